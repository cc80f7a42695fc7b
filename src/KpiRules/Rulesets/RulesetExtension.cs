// Takes a ruleset that extends another, gives the two merged; the base may extend a further one.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class RulesetExtension(IRulesetSource? source, DiagnosticBag diagnostics)
{
    /// <summary>Taken out of the document when it is merged.</summary>
    public static readonly Property<JsonString> Property = new(
        "extends", new TextType(TextRole.Ruleset),
        "基础规则集的 id：本文件按 JSON Merge Patch（RFC 7396）修改它，null 表示删除；它的 tests 不继承",
        "the id of a base ruleset, to which this document is applied as a JSON Merge Patch (RFC 7396): `null` removes; the base's "
            + "`tests` are left out")
    {
        IsOfDocument = true,
    };

    private const string Tests = "tests";

    private static readonly string Extends = Property.Name;

    /// <summary>How many rulesets may stand one upon another: nobody reads through more, and each is read and merged anew.</summary>
    private const int MaxBases = 64;

    private readonly List<string> _bases = [];

    /// <summary>The names of the bases that were found, the nearest first.</summary>
    public IReadOnlyList<string> Bases => _bases.AsReadOnly();

    /// <summary>The merged document; the document itself where it extends nothing, or after a fault that has been reported.</summary>
    public JsonValue Merge(JsonValue document) =>
        Merge(document, document is JsonObject { } json && json["id"] is JsonString id ? [id.Value] : []);

    private JsonValue Merge(JsonValue document, IReadOnlyList<string> ids)
    {
        if (document is not JsonObject json || json[Extends] is not { } extends)
            return document;
        if (extends is not JsonString id)
        {
            diagnostics.Add(RulesetFaults.WrongType(extends.Place, Extends, new Term("json.text"), extends.Type));
            return Without(json, Extends);
        }

        if (ids.Contains(id.Value))
        {
            diagnostics.Add(RulesetFaults.ExtendsItself(id.Place, ids.Append(id.Value)));
            return Without(json, Extends);
        }

        if (ids.Count > MaxBases)
        {
            diagnostics.Add(RulesetFaults.ExtendsTooMany(id.Place, MaxBases));
            return Without(json, Extends);
        }

        if (ReadBase(id) is not JsonObject foundation)
            return Without(json, Extends);
        // a base's tests are about the base alone
        return MergePatch.Apply(Without((JsonObject)Merge(foundation, ids.Append(id.Value).ToList()), Tests), Without(json, Extends));
    }

    private JsonValue? ReadBase(JsonString id)
    {
        if (source?.Find(id.Value) is { } text)
        {
            _bases.Add(text.Name);
            return ReadDocument(new SourceText(text.Name, text.Text), diagnostics);
        }

        diagnostics.Add(RulesetFaults.NoBase(id.Place, id.Value));
        return null;
    }

    /// <summary>The tree of a ruleset's text, and warnings of what an import left to do; null where it is no JSON.</summary>
    public static JsonValue? ReadDocument(SourceText text, DiagnosticBag diagnostics)
    {
        var document = JsonReader.Read(text, diagnostics);
        if (document is not null)
            ImportTodos.Report(text, diagnostics);
        return document;
    }

    private static JsonObject Without(JsonObject json, string name) =>
        new(json.Place, json.Members.Where(member => member.Name.Value != name).ToList());
}
