// Tells the types of properties apart, with what there is to know of each.
using System.Collections.Generic;

namespace KpiRules.Rulesets.Shapes;

internal interface IPropertyTypeVisitor<out TResult>
{
    TResult Text(TextRole role, bool isNeverEmpty);

    /// <param name="pattern">A regular expression that the whole text matches.</param>
    TResult Pattern(TextRole role, string pattern);

    TResult Localized();

    TResult Date();

    TResult Period();

    TResult Number(NumberBound bound);

    TResult Whole(int from, int to);

    /// <param name="only">The one value that is allowed; null for both.</param>
    TResult Boolean(bool? only);

    /// <param name="match">Which texts are meant to be one of the words, where something else may stand too.</param>
    TResult Words(IReadOnlyCollection<string> words, WordMatch match);

    /// <summary>A single value: text, number, true or false, or null.</summary>
    TResult Single();

    TResult Anything();

    /// <param name="most">Null for any number.</param>
    TResult List(PropertyType item, int least, int? most);

    TResult Map(KeyRole key, PropertyType value, bool isNeverEmpty);

    TResult Object(Shape shape);

    /// <param name="name">What the choice is called wherever it is needed; null where it is needed once.</param>
    TResult Choice(string? name, IReadOnlyList<PropertyType> alternatives);

    /// <summary>An object of one of several shapes.</summary>
    TResult Variants(string name, IReadOnlyList<Shape> shapes);
}
