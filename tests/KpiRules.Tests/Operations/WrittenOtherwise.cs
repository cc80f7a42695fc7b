// Takes a ruleset, gives one that means the same and is written otherwise: other blanks, and properties in another order.
using System;
using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace KpiRules.Tests.Operations;

internal sealed class WrittenOtherwise(Random random)
{
    /// <summary>What their members are added up, told or asked in says something.</summary>
    private static readonly string[] InOrder = ["kpis", "incentives", "ratings", "warnings", "cases", "when", "perspectives"];

    public string Ruleset(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal,
        };
        return Otherwise(JToken.ReadFrom(reader), "").ToString(random.Next(2) == 0 ? Formatting.Indented : Formatting.None);
    }

    /// <summary>Further blanks where there are some, and about brackets and commas; none in texts, dates and names in brackets.</summary>
    public string Formula(string text)
    {
        var written = new StringBuilder();
        var until = '\0';
        foreach (var character in text)
        {
            if (until == '\0' && character is ')' or ',')
                written.Append(' ', random.Next(3));
            written.Append(character);
            if (until == '\0' && character is ' ' or '(' or ',')
                written.Append(' ', random.Next(3));
            until = until == character ? '\0'
                : until == '\0' && character is '\'' or '#' ? character
                : until == '\0' && character == '[' ? ']'
                : until;
        }

        return written.ToString();
    }

    private JToken Otherwise(JToken token, string name) => token switch
    {
        JObject members => new JObject((Array.IndexOf(InOrder, name) < 0 ? Shuffled(members.Properties()) : members.Properties())
            .Select(member => new JProperty(member.Name, Otherwise(member.Value, member.Name)))),
        JArray items => new JArray(items.Select(item => Otherwise(item, ""))),
        JValue { Value: string formula } => new JValue(Formula(formula)),
        _ => token.DeepClone(),
    };

    private JProperty[] Shuffled(System.Collections.Generic.IEnumerable<JProperty> members) =>
        members.OrderBy(_ => random.Next()).ToArray();
}
