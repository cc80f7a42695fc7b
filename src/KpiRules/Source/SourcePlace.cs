// Where a thing stands: the text, the stretch of it, and the JSON path that leads there.
namespace KpiRules.Source;

internal sealed record SourcePlace(SourceText Source, SourceSpan Span, SourcePath Path)
{
    /// <summary>The stretch as it is written.</summary>
    public string Text => Source.Text.Substring(Span.Start, Span.Length);

    public SourcePlace Within(int start, int length) => this with { Span = new SourceSpan(start, length) };
}
