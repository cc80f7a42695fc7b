// Takes the type of a ruleset's property, says what its entries are where it is a section of definitions by id.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Comparing;

internal sealed class SectionShape : IPropertyTypeVisitor<Term?>
{
    private static readonly Term Parameter = new("what.parameter");

    public Term? Text(TextRole role, bool isNeverEmpty) => null;

    public Term? Pattern(TextRole role, string pattern) => null;

    public Term? Localized() => null;

    public Term? Date() => null;

    public Term? Period() => null;

    public Term? Number(NumberBound bound) => null;

    public Term? Whole(int from, int to) => null;

    public Term? Boolean(bool? only) => null;

    public Term? Words(IReadOnlyCollection<string> words, WordMatch match) => null;

    public Term? Single() => null;

    public Term? Anything() => null;

    public Term? List(PropertyType item, int least, int? most) => null;

    public Term? Map(KeyRole key, PropertyType value, bool isNeverEmpty) => key == KeyRole.Id ? value.Shape?.What ?? Parameter : null;

    public Term? Object(Shape shape) => null;

    public Term? Choice(string? name, IReadOnlyList<PropertyType> alternatives) => null;

    public Term? Variants(string name, IReadOnlyList<Shape> shapes) => null;
}
