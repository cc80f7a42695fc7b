// What is logged of requests: ids 3001 to 3099, which never change their meaning. None names a person.
using Microsoft.Extensions.Logging;

namespace KpiRules.AspNetCore.Endpoints;

internal static partial class HttpLog
{
    [LoggerMessage(3001, LogLevel.Debug, "{Endpoint}: the client has gone; the request was stopped after {Milliseconds} ms")]
    public static partial void ClientGone(ILogger logger, string endpoint, long milliseconds);

    [LoggerMessage(3002, LogLevel.Warning, "{Endpoint}: the request was stopped, for it took more than {Seconds} s")]
    public static partial void TookTooLong(ILogger logger, string endpoint, double seconds);
}
