// Takes two values of a ruleset and their type, gives all in which they say something else.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

/// <summary>Two things that stand at one place of the rulesets; null where there is none.</summary>
internal sealed record WrittenDifference(DifferenceKind Kind, DifferenceTrail Trail, JsonValue? Before, JsonValue? After);

internal sealed class DifferenceFinder(JsonValue before, JsonValue after, DifferenceTrail trail)
    : IPropertyTypeVisitor<IEnumerable<WrittenDifference>>
{
    public static IEnumerable<WrittenDifference> Between(JsonObject before, JsonObject after, Shape shape) =>
        new DifferenceFinder(before, after, DifferenceTrail.Root).Object(shape);

    public IEnumerable<WrittenDifference> Text(TextRole role, bool isNeverEmpty) => Changed();

    public IEnumerable<WrittenDifference> Pattern(TextRole role, string pattern) => Changed();

    public IEnumerable<WrittenDifference> Localized() => Changed();

    public IEnumerable<WrittenDifference> Date() => Changed();

    public IEnumerable<WrittenDifference> Period() => Changed();

    public IEnumerable<WrittenDifference> Number(NumberBound bound) => Changed();

    public IEnumerable<WrittenDifference> Whole(int from, int to) => Changed();

    public IEnumerable<WrittenDifference> Boolean(bool? only) => Changed();

    public IEnumerable<WrittenDifference> Words(IReadOnlyCollection<string> words, WordMatch match) => Changed();

    public IEnumerable<WrittenDifference> Single() => Changed();

    public IEnumerable<WrittenDifference> Anything() => Changed();

    public IEnumerable<WrittenDifference> List(PropertyType item, int least, int? most)
    {
        if (before is not JsonArray was || after is not JsonArray now)
            return Changed();
        var pairs = EntryPairs.Of(was, now, item, trail.IsInAnyOrder);
        var order = pairs.IsReordered
            ? new[] { new WrittenDifference(DifferenceKind.Reordered, trail, pairs.Key.NamesIn(was), pairs.Key.NamesIn(now)) }
            : [];
        return order.Concat(pairs.All.SelectMany(pair => Between(item, pair.Before, pair.After, trail.Into(pair.Name))));
    }

    public IEnumerable<WrittenDifference> Map(KeyRole key, PropertyType value, bool isNeverEmpty)
    {
        if (before is not JsonObject was || after is not JsonObject now)
            return Changed();
        var removed = was.Members.Where(member => now[member.Name.Value] is null).ToList();
        var added = now.Members.Where(member => was[member.Name.Value] is null).ToList();
        var differences = new List<WrittenDifference>();
        foreach (var member in was.Members)
        {
            var here = trail.Into(member.Name.Value);
            if (now[member.Name.Value] is { } same)
                differences.AddRange(Between(value, member.Value, same, here));
            else if (key == KeyRole.Id && Twin(member) is { } twin)
                differences.Add(new WrittenDifference(DifferenceKind.Renamed, here, member.Name, twin.Name));
            else
                differences.Add(new WrittenDifference(DifferenceKind.Removed, here, member.Value, null));
        }

        differences.AddRange(added.Select(
            member => new WrittenDifference(DifferenceKind.Added, trail.Into(member.Name.Value), null, member.Value)));
        return differences;

        // of several that say the same, nobody knows which was renamed to which
        JsonMember? Twin(JsonMember member)
        {
            var meaning = WrittenMeaning.Of(value, member.Value);
            var alike = added.Where(one => WrittenMeaning.Of(value, one.Value) == meaning).ToList();
            if (alike.Count != 1 || removed.Count(one => WrittenMeaning.Of(value, one.Value) == meaning) != 1)
                return null;
            added.Remove(alike[0]);
            return alike[0];
        }
    }

    public IEnumerable<WrittenDifference> Object(Shape shape)
    {
        if (before is not JsonObject written || after is not JsonObject writtenNow)
            return Changed();
        var (was, now) = (shape.AsRead?.Invoke(written) ?? written, shape.AsRead?.Invoke(writtenNow) ?? writtenNow);
        var known = shape.PropertiesOf(now).Where(property => !property.IsOfDocument)
            .SelectMany(property => Between(property, was[property.Name], now[property.Name]));
        var names = shape.Others is null ? [] : was.Members.Concat(now.Members).Select(member => member.Name.Value).Distinct()
            .Where(name => shape.Properties.All(property => property.Name != name));
        return known.Concat(names.SelectMany(name => Between(shape.Others!, was[name], now[name], trail.Into(name))));
    }

    public IEnumerable<WrittenDifference> Choice(string? name, IReadOnlyList<PropertyType> alternatives)
    {
        var meant = Meant(before);
        if (meant is not null && meant == Meant(after))
            return Between(meant, before, after, trail);
        var (was, now) = (WrittenMeaning.InFull(before, alternatives), WrittenMeaning.InFull(after, alternatives));
        meant = Meant(was);
        return meant is not null && meant == Meant(now) ? Between(meant, was, now, trail) : Changed();

        PropertyType? Meant(JsonValue value) => alternatives.FirstOrDefault(type => type.Fits(value));
    }

    public IEnumerable<WrittenDifference> Variants(string name, IReadOnlyList<Shape> shapes) =>
        before is JsonObject was && after is JsonObject now
        && WrittenMeaning.ShapeOf(was, shapes) is { } shape && shape == WrittenMeaning.ShapeOf(now, shapes)
            ? Object(shape)
            : Changed();

    private IEnumerable<WrittenDifference> Between(Property property, JsonValue? was, JsonValue? now)
    {
        if (WrittenMeaning.Of(property, was) == WrittenMeaning.Of(property, now))
            return [];
        var here = trail.Into(property);
        // a section that is not there has no definitions
        if ((was ?? now) is JsonObject { Place: var place }
            && (property.IsImplied || property.Type.Accept(new SectionShape()) is not null))
            (was, now) = (was ?? new JsonObject(place, []), now ?? new JsonObject(place, []));
        // of what nobody calculates with, that it is another is enough; and a default that is not written says no more than itself
        return was is null || now is null || (property.IsForReaders && was is JsonArray)
            ? Whole(was, now, here)
            : Between(property.Type, was, now, here);
    }

    private static IEnumerable<WrittenDifference> Between(PropertyType type, JsonValue? was, JsonValue? now, DifferenceTrail here)
    {
        if (was is null || now is null)
            return Whole(was, now, here);
        return WrittenMeaning.Of(type, was) == WrittenMeaning.Of(type, now) ? [] : type.Accept(new DifferenceFinder(was, now, here));
    }

    private static IEnumerable<WrittenDifference> Whole(JsonValue? was, JsonValue? now, DifferenceTrail here)
    {
        var kind = was is null ? DifferenceKind.Added : now is null ? DifferenceKind.Removed : DifferenceKind.Changed;
        return [new WrittenDifference(kind, here, was, now)];
    }

    private IEnumerable<WrittenDifference> Changed() => Whole(before, after, trail);
}
