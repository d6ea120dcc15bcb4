using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Who signs for two units has one box, read unit by unit (S49).</summary>
public sealed class LettersOfTwoUnitsTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Letters_of_two_units_are_one_box_in_one_order_page_by_page_and_counted_together(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var hakan = await office.HireAsync(3, OfficerRole.Approver, ankara);
        await office.AlsoAsync(hakan, OfficerRole.Approver, health);
        hakan = new Actor(hakan.UserId, [new(OfficerRole.Approver, ankara), new(OfficerRole.Approver, health)], hakan.On);
        var sent = await SendInTurnsAsync(office, hakan.UserId, ankara, health);

        var box = office.For<ApprovalBoxQuery>(hakan);
        var first = (await box.ReadAsync(new BoxSlice(Take: 4), CancellationToken.None))!;
        var rest = (await box.ReadAsync(new BoxSlice(first.Rows[^1].Mark, Take: 4), CancellationToken.None))!;
        var requests = (await box.ReadAsync(new BoxSlice { Filter = BoxFilter.None with { Kind = CaseKind.Request } }, CancellationToken.None))!;

        first.Rows.Concat(rest.Rows).Select(r => r.Number.CaseId).Should().Equal(sent.Select(c => c.Id), "the older the sooner, whichever unit it is of");
        (first.HasMore, rest.HasMore).Should().Be((true, false));
        (first.Total, first.Kinds.Request, first.Kinds.Complaint).Should().Be((6, 2, 4));
        requests.Rows.Select(r => r.Number.CaseId).Should().Equal(sent[0].Id, sent[1].Id);
        (requests.Total, requests.Kinds.Complaint).Should().Be((2, 4), "the other chips go on counting their own");
        await InOrderAsync(box, ankara, health, sent);
    }

    private static async Task InOrderAsync(ApprovalBoxQuery box, UnitId ankara, UnitId health, List<CaseFile> sent)
    {
        var byUnit = BoxFilter.None with { Order = new BoxOrder(SortBy.Unit, false) };
        var some = (await box.ReadAsync(new BoxSlice(Take: 4) { Filter = byUnit }, CancellationToken.None))!;
        var others = (await box.ReadAsync(new BoxSlice(some.Rows[^1].Mark, Take: 4) { Filter = byUnit }, CancellationToken.None))!;
        some.Rows.Concat(others.Rows).Select(r => r.From).Should().Equal(health, health, health, ankara, ankara, ankara);
        var latest = (await box.ReadAsync(new BoxSlice { Filter = byUnit with { Kind = CaseKind.Request, Order = new BoxOrder(SortBy.Due, true) } }, CancellationToken.None))!;
        latest.Rows.Select(r => r.Number.CaseId).Should().Equal(sent[1].Id, sent[0].Id);
        (latest.Total, latest.Kinds.Complaint, latest.IsSorted).Should().Be((2, 4, true));
    }

    /// <summary>Six letters for one signature, a day apart, now from the one unit and now from the other; the first two answer requests.</summary>
    private static async Task<List<CaseFile>> SendInTurnsAsync(Office office, UserId approver, UnitId one, UnitId other)
    {
        var (ayse, zeynep) = (await office.HireAsync(1, OfficerRole.CaseOfficer, one), await office.HireAsync(2, OfficerRole.CaseOfficer, other));
        var sent = new List<CaseFile>();
        for (var i = 0; i < 6; i++)
        {
            var (unit, writer) = i % 2 == 0 ? (one, ayse) : (other, zeynep);
            sent.Add(await office.FileAsync(unit, i < 2 ? CaseKind.Request : CaseKind.Complaint));
            office.Clock.Pass(TimeSpan.FromDays(1));
            await office.OpenAsync(writer, sent[i].Routings[0].Id);
            (await office.AnswerAsync(writer, sent[i].Routings[0].Id, new Signatory(approver, unit))).IsAccepted.Should().BeTrue();
        }

        return sent;
    }
}
