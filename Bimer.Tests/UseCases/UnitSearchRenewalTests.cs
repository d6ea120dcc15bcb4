using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Of sixty thousand units an index takes seconds: whoever types meanwhile is answered at once, and never by where a unit stood before.</summary>
public sealed class UnitSearchRenewalTests
{
    [Fact]
    public async Task While_the_tree_is_read_anew_the_former_index_answers_and_nothing_that_is_closed_or_has_moved_away()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (units, mayBuild, isFirst) = (office.Services.GetRequiredService<UnitDirectory>(), new TaskCompletionSource(), true);
        var search = new UnitSearch(units, edition =>
        {
            if (!isFirst && !mayBuild.Task.Wait(Eventually.Patience)) throw new TimeoutException("somebody who typed waited for the index");
            isFirst = false;
            return UnitIndex.Of(units, edition);
        });
        search.Prepare();
        var (health, closed) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Çankaya Kaymakamlığı"));
        await MoveAndCloseAsync(office, health, office.Unit("Sağlık Bakanlığı"), closed);

        Tells(search, office, health, closed);
        search.Renewed.IsCompleted.Should().BeFalse("the new index is still being made");
        mayBuild.SetResult();
        await search.Renewed;
        Tells(search, office, health, closed);
    }

    private static void Tells(UnitSearch search, Office office, UnitId moved, UnitId closed)
    {
        search.Find("ankara il sağlık")[0].Should().BeEquivalentTo(new { Id = moved, Under = "Sağlık Bakanlığı" });
        search.Find("ankara il sağlık", within: [office.Unit("Ankara Valiliği")]).Should().NotContain(hit => hit.Id == moved);
        search.Find("ankara il sağlık", within: [office.Unit("Sağlık Bakanlığı")]).Should().Contain(hit => hit.Id == moved);
        search.Find("ankara valiliği sağlık").Should().NotContain(hit => hit.Id == moved, "it has left that institution");
        search.Find("çankaya").Should().NotContain(hit => hit.Id == closed);
    }

    private static async Task MoveAndCloseAsync(Office office, UnitId moved, UnitId under, UnitId closed)
    {
        await using var db = await office.DbAsync();
        await db.Units.Where(u => u.Id == moved).ExecuteUpdateAsync(set => set.SetProperty(u => u.Parent, under));
        await db.Units.Where(u => u.Id == closed).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsClosed, true));
        await office.Services.GetRequiredService<UnitDirectory>().ReloadAsync(CancellationToken.None);
    }
}
