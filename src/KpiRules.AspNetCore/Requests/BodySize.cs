// Tells the server how large a body may be, so that it lets through what the endpoint allows, and no more.
using Microsoft.AspNetCore.Http.Metadata;

namespace KpiRules.AspNetCore.Requests;

internal sealed record BodySize(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
