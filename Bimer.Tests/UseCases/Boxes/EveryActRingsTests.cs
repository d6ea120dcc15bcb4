using System.Reflection;
using Bimer.Blazor;
using Bimer.Blazor.Persistence;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>
/// Every act × every list: where a fresh read would show something else after the act, the open screen was rung for it (U2, F3, G12). A screen that is not
/// rung shows what is not so any more, and whoever may not see it any more goes on seeing it.
/// </summary>
public sealed class EveryActRingsTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whatever_is_done_no_open_list_shows_what_a_fresh_one_would_not(Kind kind)
    {
        var living = await ALivingOffice.OpenAsync(kind);
        await using var office = living.Office;
        List<string> stale = [];
        foreach (var act in Acts.All)
        {
            var id = await living.LiveAsync();
            if (act.After is { } first) await ALivingOffice.Must(first(living, id));
            foreach (var screen in await living.StaleAfterAsync(() => ALivingOffice.Must(act.Do(living, id)))) stale.Add($"{act}: {screen}");
        }

        stale.Should().BeEmpty();
    }

    [Fact]
    public void Every_verb_there_is_is_tried()
    {
        var verbs = typeof(BimerApp).Assembly.GetTypes().Where(type => type.Name.EndsWith("Handler", StringComparison.Ordinal)
            && type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(made => made.GetParameters()).Any(given => given.ParameterType == typeof(CaseWork)));
        Acts.All.Select(act => act.Handler).Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(verbs.Select(type => type.Name));
    }
}
