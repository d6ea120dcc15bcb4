namespace Bimer.Tests.HouseRules.Reading;

/// <summary>One step of a method body: the string it loads or the names it touches; the first name of a call is the member itself.</summary>
internal sealed record Step(string? Literal, IReadOnlyList<string> Names)
{
    public bool Calls(string member) => Names.Count > 0 && string.Equals(Names[0], member, StringComparison.Ordinal);
}

/// <summary>A method under the name a reader knows it by: bodies of lambdas and state machines carry the name of the method they were written in.</summary>
internal sealed record HouseMethod(string Name, IReadOnlyList<Step> Steps);

/// <summary>Something of ours that names something else, at the place where it does.</summary>
internal sealed record Use(string By, string Target)
{
    /// <summary>Whether the target is this namespace, type or member, or lies in it.</summary>
    public bool LiesIn(string name) => Names.LiesIn(Target, name);

    public override string ToString() => $"{By} uses {Target}";
}

internal static class Names
{
    public static bool LiesIn(string name, string place) =>
        name.StartsWith(place, StringComparison.Ordinal) && (name.Length == place.Length || name[place.Length] == '.');
}

/// <summary>A top-level type with all that is nested in it, closures and state machines included.</summary>
internal sealed class HouseType(string space, string fullName)
{
    private readonly HashSet<Use> _uses = [];
    private readonly List<HouseMethod> _methods = [];

    public string Space => space;

    public string FullName => fullName;

    public IReadOnlyCollection<Use> Uses => _uses;

    public IReadOnlyList<HouseMethod> Methods => _methods;

    /// <summary>Every string the type's bodies load, with the method that loads it.</summary>
    public IEnumerable<(string By, string Text)> Literals =>
        from method in _methods from step in method.Steps where step.Literal is not null select ($"{fullName}.{method.Name}", step.Literal);

    public void Mentions(string by, IEnumerable<string> targets) => _uses.UnionWith(targets.Select(target => new Use($"{fullName}{by}", target)));

    public void Has(HouseMethod method)
    {
        _methods.Add(method);
        foreach (var step in method.Steps) Mentions("." + method.Name, step.Names);
    }
}
