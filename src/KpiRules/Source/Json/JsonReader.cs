// Takes the text of a document, gives its tree with places, or the faults that keep it from being JSON.
using System.Collections.Generic;
using System.IO;
using KpiRules.Diagnostics;
using Newtonsoft.Json;

namespace KpiRules.Source.Json;

/// <summary>
/// Newtonsoft's reader knows the grammar; <see cref="JsonTokens"/> walks beside it over the same text, finds where each
/// token begins and refuses what RFC 8259 (with comments) does not know and Newtonsoft lets pass.
/// </summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 64;

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly JsonTokens _tokens;
    private readonly JsonTextReader _reader;

    private JsonReader(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _tokens = new JsonTokens(source, diagnostics);
        _reader = new JsonTextReader(new StringReader(JsonComments.Blank(source.Text)))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = MaxDepth + 2,
        };
    }

    /// <summary>The tree, or null where the text could not be read to its end; faults that do not hinder reading leave a tree.</summary>
    public static JsonValue? Read(SourceText source, DiagnosticBag diagnostics)
    {
        var reader = new JsonReader(source, diagnostics);
        try
        {
            reader.Advance();
            var value = reader.ReadValue(SourcePath.Root, 0);
            reader._tokens.Expect(JsonExpectation.End, SourcePath.Root);
            reader.Advance();
            reader._tokens.RequireEnd();
            return value;
        }
        catch (JsonReaderException)
        {
            reader._tokens.ReportStop();
            return null;
        }
        catch (JsonStopException)
        {
            return null;
        }
    }

    private bool Advance() => _reader.Read();

    private JsonValue ReadValue(SourcePath path, int depth)
    {
        switch (_reader.TokenType)
        {
            case JsonToken.StartObject when depth < MaxDepth:
                return ReadObject(path, depth);
            case JsonToken.StartArray when depth < MaxDepth:
                return ReadArray(path, depth);
            case JsonToken.StartObject or JsonToken.StartArray:
                _diagnostics.Add(SourceFaults.TooDeep(_tokens.Here(path), MaxDepth));
                throw new JsonStopException();
            case JsonToken.String:
                return new JsonString(_tokens.TakeText(path), (string)_reader.Value!);
            case JsonToken.Boolean:
                return new JsonBoolean(_tokens.TakeWord(path), (bool)_reader.Value!);
            case JsonToken.Null:
                return new JsonNull(_tokens.TakeWord(path));
            case JsonToken.Integer or JsonToken.Float:
                return _tokens.TakeNumber(path);
            case JsonToken.Undefined:
                return new JsonNull(_tokens.TakeWord(path));
            default:
                _tokens.ReportStop();
                throw new JsonStopException();
        }
    }

    private JsonObject ReadObject(SourcePath path, int depth)
    {
        var open = _tokens.TakeOpening(path);
        var members = new List<JsonMember>();
        var firsts = new Dictionary<string, SourcePlace>();
        _tokens.Expect(JsonExpectation.NameOrClose, path);
        while (Advance() && _reader.TokenType != JsonToken.EndObject)
        {
            _tokens.TakeComma(path, firsts.Count > 0);
            var name = (string)_reader.Value!;
            var memberPath = path.Member(name);
            var key = new JsonString(_tokens.TakeName(memberPath), name);
            _tokens.TakeColon(memberPath);
            _tokens.Expect(JsonExpectation.Value, memberPath);
            Advance();
            var value = ReadValue(memberPath, depth + 1);
            if (firsts.TryGetValue(name, out var first))
            {
                _diagnostics.Add(SourceFaults.DuplicateProperty(key.Place, name, _source.PositionOf(first.Span.Start).Line));
            }
            else
            {
                members.Add(new JsonMember(key, value));
                firsts.Add(name, key.Place);
            }

            _tokens.Expect(JsonExpectation.CommaOrClose, path);
        }

        _tokens.TakeClosing(path);
        return new JsonObject(open, members.ToArray());
    }

    private JsonArray ReadArray(SourcePath path, int depth)
    {
        var open = _tokens.TakeOpening(path);
        var items = new List<JsonValue>();
        _tokens.Expect(JsonExpectation.ValueOrClose, path);
        while (Advance() && _reader.TokenType != JsonToken.EndArray)
        {
            var itemPath = path.Item(items.Count);
            _tokens.TakeComma(itemPath, items.Count > 0);
            items.Add(ReadValue(itemPath, depth + 1));
            _tokens.Expect(JsonExpectation.CommaOrClose, path);
        }

        _tokens.TakeClosing(path);
        return new JsonArray(open, items.ToArray());
    }
}
