using System.Collections.Generic;
using System.Linq;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Tests.Shapes;

/// <summary>Every shape that may stand somewhere in one, itself first, each once.</summary>
internal sealed class ShapeList : IPropertyTypeVisitor<bool>
{
    private readonly List<Shape> _shapes = [];

    public static IReadOnlyList<Shape> Of(Shape shape)
    {
        var list = new ShapeList();
        list.Object(shape);
        return list._shapes;
    }

    public bool Text(TextRole role, bool isNeverEmpty) => true;

    public bool Pattern(TextRole role, string pattern) => true;

    public bool Localized() => true;

    public bool Date() => true;

    public bool Period() => true;

    public bool Number(NumberBound bound) => true;

    public bool Whole(int from, int to) => true;

    public bool Boolean(bool? only) => true;

    public bool Words(IReadOnlyCollection<string> words, WordMatch match) => true;

    public bool Single() => true;

    public bool Anything() => true;

    public bool List(PropertyType item, int least, int? most) => item.Accept(this);

    public bool Map(KeyRole key, PropertyType value, bool isNeverEmpty) => value.Accept(this);

    public bool Object(Shape shape)
    {
        if (_shapes.Contains(shape))
            return true;
        _shapes.Add(shape);
        return shape.Properties.Select(property => property.Type.Accept(this)).ToList().Count > 0;
    }

    public bool Choice(string? name, IReadOnlyList<PropertyType> alternatives) =>
        alternatives.Select(alternative => alternative.Accept(this)).ToList().Count > 0;

    public bool Variants(string name, IReadOnlyList<Shape> shapes) => shapes.Select(Object).ToList().Count > 0;
}
