using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>What somebody chose for their boxes is theirs alone and there again on the next device.</summary>
public sealed class BoxPreferencesTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_one_person_chose_is_kept_and_is_nobody_elses(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var (zeynep, mehmet) = (await office.HireAsync(1, OfficerRole.CaseOfficer, health), await office.HireAsync(2, OfficerRole.CaseOfficer, health));
        foreach (var chosen in new[] { new BoxChoices([CaseKind.TipOff]), new BoxChoices([CaseKind.TipOff, CaseKind.Request, CaseKind.TipOff]) })
            (await office.For<BoxPreferences>(zeynep).KeepAsync(chosen, CancellationToken.None)).IsAccepted.Should().BeTrue();

        (await ReadAsync(office, zeynep)).Kinds.Should().Equal(CaseKind.Request, CaseKind.TipOff);
        (await ReadAsync(office, mehmet)).Kinds.Should().Equal(Enum.GetValues<CaseKind>(), "who never chose has all of them");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Columns_come_back_in_the_order_they_were_put_in_and_none_at_all_are_the_usual_ones(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara İl Sağlık Müdürlüğü"));
        BoxColumn[] chosen = [BoxColumn.Remaining, BoxColumn.Number, BoxColumn.Summary];

        await office.For<BoxPreferences>(zeynep).KeepAsync(new BoxChoices([]) { Columns = [.. chosen, chosen[0], (BoxColumn)99], IsTable = true }, CancellationToken.None);
        var kept = await ReadAsync(office, zeynep);
        (kept.IsTable, kept.Columns.SequenceEqual(chosen)).Should().Be((true, true));

        await office.For<BoxPreferences>(zeynep).KeepAsync(kept with { Columns = [] }, CancellationToken.None);
        (await ReadAsync(office, zeynep)).Columns.Should().Equal(BoxTable.Usual);
    }

    [Theory]
    [InlineData("[1,2]", 6)]
    [InlineData("{\"Kinds\":[3,99]}", 1)]
    [InlineData("{}", 0)]
    [InlineData("not json", 6)]
    public async Task What_another_edition_wrote_breaks_nothing(string written, int kinds)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara İl Sağlık Müdürlüğü"));
        await using (var db = await office.DbAsync())
        {
            db.Add(new OfficerPreference { Officer = zeynep.UserId, Key = "boxes", Value = written });
            await db.SaveChangesAsync();
        }

        (await ReadAsync(office, zeynep)).Kinds.Should().HaveCount(kinds);
    }

    private static Task<BoxChoices> ReadAsync(Office office, Actor actor) => office.For<BoxPreferences>(actor).ReadAsync(CancellationToken.None);
}
