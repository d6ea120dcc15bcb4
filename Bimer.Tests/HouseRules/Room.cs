using System.Runtime.CompilerServices;
using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;

namespace Bimer.Tests.HouseRules;

/// <summary>
/// A room of the house and who it may know. Rooms are named by their path below <c>Bimer.Blazor</c>; <c>Domain</c> is the project.
/// <c>Room.Named("Live").MayUse("Domain.Kernel").MustNever(Framework.EntityFramework).Holds()</c>
/// </summary>
internal sealed class Room
{
    private readonly string _space;
    private readonly IReadOnlyList<HouseType> _types;
    private readonly List<string> _breaches = [];

    private Room(string space, IEnumerable<HouseType> types) => (_space, _types) = (space, [.. types]);

    public static Room Named(string name) => new(SpaceOf(name), HouseAssembly.Blazor.Types.Concat(HouseAssembly.Domain.Types).Where(In(SpaceOf(name))));

    /// <summary>Every component, whichever room it stands in.</summary>
    public static Room OfTypes(Func<HouseType, bool> which) => new("", HouseAssembly.Blazor.Types.Where(which));

    /// <summary>The rooms directly below one: <c>Workspace</c> has <c>Workspace.Inbox</c>, <c>Workspace.Forwarding</c> and so on.</summary>
    public static IEnumerable<string> Below(string name)
    {
        var above = SpaceOf(name) + ".";
        return HouseAssembly.Blazor.Types
            .Where(type => type.Space.StartsWith(above, StringComparison.Ordinal))
            .Select(type => $"{name}.{type.Space[above.Length..].Split('.')[0]}")
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Of our own code, only these and the room itself; what is not ours is left to <see cref="MustNever"/>.</summary>
    public Room MayUse(params string[] rooms)
    {
        string[] allowed = [_space, .. rooms.Select(SpaceOf)];
        return Forbid(use => IsOurs(use) && !allowed.Any(use.LiesIn));
    }

    public Room MustNever(params string[] names) => Forbid(use => names.Any(use.LiesIn));

    public Room Forbid(Func<Use, bool> breach)
    {
        _breaches.AddRange(_types.SelectMany(type => type.Uses).Where(breach).Select(use => use.ToString()));
        return this;
    }

    /// <summary>What was found so far, in words.</summary>
    public IEnumerable<string> Breaches => _breaches.Distinct(StringComparer.Ordinal);

    public void Holds([CallerMemberName] string rule = "") => Breaches.Should().BeEmpty(rule);

    public static string SpaceOf(string room) => Names.LiesIn(room, "Domain") ? $"Bimer.{room}" : $"Bimer.Blazor.{room}";

    private static bool IsOurs(Use use) => use.LiesIn("Bimer.Blazor") || use.LiesIn("Bimer.Domain");

    private static Func<HouseType, bool> In(string space) => type => Names.LiesIn(type.Space, space);
}

/// <summary>The neighbours the rules speak of, by the names they have in the framework.</summary>
internal static class Framework
{
    public const string EntityFramework = "Microsoft.EntityFrameworkCore";
    public const string Json = "System.Text.Json";
    public const string Components = "Microsoft.AspNetCore.Components";
    public const string Words = "Microsoft.Extensions.Localization";

    public static readonly string[] Transactions = ["System.Transactions", "System.Data", "Microsoft.EntityFrameworkCore.Storage"];

    public static readonly string[] Clocks =
    [
        "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
        .. WallClocks,
    ];

    public static readonly string[] HttpContexts = ["Microsoft.AspNetCore.Http.HttpContext", "Microsoft.AspNetCore.Http.IHttpContextAccessor"];

    /// <summary>The clocks on the wall, which no test can turn.</summary>
    public static string[] WallClocks =>
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
    ];
}
