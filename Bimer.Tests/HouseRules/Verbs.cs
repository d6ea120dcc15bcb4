using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>One verb, one handler; and a handler never takes the client's word for who acts.</summary>
public sealed class Verbs
{
    private const string WhoActs = "Bimer.Domain.Ports.ICurrentActor.GetAsync";

    /// <summary>Names a person or a unit would carry if the client said who acts.</summary>
    private static readonly string[] _claims = ["Actor", "Acting", "By", "From", "Sender", "Me", "My", "Own", "Author", "Custodian", "Role", "Session"];

    [Fact]
    public void A_handler_of_the_workspace_asks_who_acts()
    {
        var calls = HouseAssembly.Blazor.Types.SelectMany(type => type.Methods.Select(method => (Name: $"{type.FullName}.{method.Name}", method.Steps)))
            .ToLookup(method => method.Name, method => method.Steps.SelectMany(step => step.Names.Take(1)), StringComparer.Ordinal);

        Handlers("Workspace").Where(handler => !Reaches($"{handler.FullName}.HandleAsync", calls)).Select(handler => handler.FullName).Should().BeEmpty();
    }

    [Fact]
    public void A_command_carries_ids_and_words_and_no_row_of_a_table()
    {
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
        var rows = db.Model.GetEntityTypes().Select(entity => entity.ClrType).ToHashSet();

        Fields().Where(field => rows.Contains(field.Type) || typeof(Aggregate).IsAssignableFrom(field.Type)).Select(field => field.Name).Should().BeEmpty();
    }

    [Fact]
    public void A_command_does_not_say_who_acts_or_what_they_may()
    {
        var claimed = from field in Fields()
                      where field.Type == typeof(Actor) || field.Type == typeof(OfficerRole)
                          || ((field.Type == typeof(UserId) || field.Type == typeof(UnitId)) && _claims.Any(claim => IsClaim(field.Property, claim)))
                      select field.Name;

        claimed.Should().BeEmpty();
    }

    [Fact]
    public void The_verbs_are_found_at_all() => Commands().Should().HaveCountGreaterThan(4);

    // "ApproverUnit" is somebody else; "ActorUnit" and "By" are the person at the screen.
    private static bool IsClaim(string property, string claim) =>
        property.StartsWith(claim, StringComparison.Ordinal) && (property.Length == claim.Length || char.IsUpper(property[claim.Length]));

    private static bool Reaches(string method, ILookup<string, IEnumerable<string>> calls)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([method]);
        while (open.TryDequeue(out var next))
        {
            if (string.Equals(next, WhoActs, StringComparison.Ordinal)) return true;
            if (seen.Add(next)) foreach (var called in calls[next].SelectMany(names => names)) open.Enqueue(called);
        }

        return false;
    }

    private static IEnumerable<Type> Handlers(params string[] areas) =>
        HouseAssembly.Blazor.Assembly.GetTypes().Where(type => !type.IsNested && type.Name.EndsWith("Handler", StringComparison.Ordinal)
            && areas.Any(area => Names.LiesIn(type.Namespace ?? "", Room.SpaceOf(area))));

    private static IEnumerable<Type> Commands() =>
        Handlers("Workspace", "Portal").SelectMany(handler => handler.GetMethods()).Where(method => method.Name is "HandleAsync")
            .Select(method => method.GetParameters()[0].ParameterType).Where(type => type.Assembly == HouseAssembly.Blazor.Assembly).Distinct();

    private static IEnumerable<(string Name, string Property, Type Type)> Fields()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(Commands());
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type)) continue;
            foreach (var property in type.GetProperties())
            {
                foreach (var part in Parts(property.PropertyType))
                {
                    yield return ($"{type.FullName}.{property.Name}", property.Name, part);
                    if (part.Assembly == HouseAssembly.Blazor.Assembly) open.Enqueue(part);
                }
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [type];
}
