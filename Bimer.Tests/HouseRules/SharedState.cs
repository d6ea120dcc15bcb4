using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>
/// What is static lives as long as the process and is seen by everybody in it: one officer's screen must not find another's there.
/// </summary>
public sealed class SharedState
{
    private static readonly Type[] _caches =
    [
        typeof(List<>), typeof(Queue<>), typeof(Stack<>), typeof(ConcurrentDictionary<,>), typeof(ConcurrentBag<>), typeof(ConcurrentQueue<>),
        typeof(ConditionalWeakTable<,>), typeof(AsyncLocal<>), typeof(ThreadLocal<>),
    ];

    private static readonly string[] _changes =
    [
        .. from table in (string[])["Dictionary", "HashSet"]
           from change in (string[])["set_Item", "Add", "TryAdd", "Remove", "Clear", "UnionWith", "ExceptWith", "IntersectWith"]
           select $"System.Collections.Generic.{table}.{change}",
    ];

    [Fact]
    public void Nothing_static_can_be_set_again() =>
        StaticFields().Where(field => !field.IsInitOnly && !field.IsLiteral).Select(NameOf).Should().BeEmpty();

    [Fact]
    public void Nothing_static_is_a_cache() =>
        StaticFields().Where(field => field.FieldType.IsGenericType && _caches.Contains(field.FieldType.GetGenericTypeDefinition()))
            .Select(NameOf).Should().BeEmpty();

    [Fact]
    public void A_static_table_is_filled_where_it_is_made_and_never_again()
    {
        var tables = StaticFields().Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() is var type && (type == typeof(Dictionary<,>) || type == typeof(HashSet<>)))
            .ToList();

        tables.Where(field => !field.IsPrivate).Select(NameOf).Should().BeEmpty("others could fill it");
        Houses.SelectMany(house => house.Types).SelectMany(type => type.Methods.Where(method => Touches(type, method, tables) && method.Steps.Any(step => _changes.Any(step.Calls)))
            .Select(method => $"{type.FullName}.{method.Name}")).Should().BeEmpty();
    }

    private static IEnumerable<HouseAssembly> Houses => [HouseAssembly.Domain, HouseAssembly.Blazor];

    private static bool Touches(HouseType type, HouseMethod method, List<FieldInfo> tables) =>
        method.Name is not ".cctor" && tables.Exists(field => field.DeclaringType!.FullName!.StartsWith(type.FullName, StringComparison.Ordinal)
            && method.Steps.Any(step => step.Names is [var touched, ..] && touched.EndsWith($".{field.DeclaringType.Name}.{field.Name}", StringComparison.Ordinal)));

    // The compiler keeps its delegates in fields of its own; those of properties and everything written by hand are ours.
    private static IEnumerable<FieldInfo> StaticFields() =>
        Houses.SelectMany(house => house.Assembly.GetTypes())
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Namespace?.StartsWith("Bimer", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.Name.StartsWith('<') || field.Name.EndsWith("k__BackingField", StringComparison.Ordinal));

    private static string NameOf(FieldInfo field) => $"{field.DeclaringType!.FullName}.{field.Name}";
}
