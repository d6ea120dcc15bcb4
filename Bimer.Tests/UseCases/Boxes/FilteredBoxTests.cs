using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>A filter shows of a box exactly what meets it, its counts say the same, and nothing of it goes past the reader's rights.</summary>
public sealed class FilteredBoxTests
{
    private static readonly CaseKind[] _kinds = Enum.GetValues<CaseKind>();

    private static readonly Dictionary<BoxFilter, Func<CaseFile, bool>> _questions = new()
    {
        [new() { Basis = LegalBasis.InformationAct }] = c => c.Basis == LegalBasis.InformationAct,
        [new() { Basis = LegalBasis.PetitionAct }] = c => c.Basis == LegalBasis.PetitionAct,
        [new() { Channel = IntakeChannel.Letter }] = c => c.Channel == IntakeChannel.Letter,
        [new() { Priority = Priority.Urgent }] = c => c.Priority == Priority.Urgent,
        [new() { Plate = 35 }] = c => c.Plate == 35,
        [new() { Plate = 6, District = "Çankaya" }] = c => string.Equals(c.District, "Çankaya", StringComparison.Ordinal),
        [new() { Sender = new BoxSender(null) }] = _ => true,
        [new() { Sender = new BoxSender(new UnitId(1)) }] = _ => false,
        [new() { Hidden = true }] = c => c.Concealment != IdentityConcealment.None,
        [new() { Hidden = false }] = c => c.Concealment == IdentityConcealment.None,
        [new() { WithFiles = true }] = c => c.Id.Value % 2 == 0,
        [new() { WithFiles = false }] = c => c.Id.Value % 2 != 0,
        [new() { ReceivedFrom = new DateOnly(2026, 2, 20), ReceivedUntil = new DateOnly(2026, 2, 25) }] = c => c.ReceivedOn >= new DateOnly(2026, 2, 20) && c.ReceivedOn <= new DateOnly(2026, 2, 25),
        [new() { FiledFrom = People.Monday, FiledUntil = People.Monday }] = _ => true,
        [new() { FiledUntil = People.Monday.AddDays(-1) }] = _ => false,
        [new() { Kind = CaseKind.TipOff, Hidden = true, Plate = 6 }] = c => c.Kind == CaseKind.TipOff && c.Concealment != IdentityConcealment.None && c.Plate == 6,
        [new() { Purpose = RoutingPurpose.Action, Closed = false }] = _ => true,
        [new() { Purpose = RoutingPurpose.Information }] = _ => false,
        [new() { Closed = true }] = _ => false,
        [new() { Hold = HoldFilter.Reminded }] = _ => false,
        [new() { Topic = "04" }] = _ => false,
        [new() { Applicant = ApplicantKind.NaturalPerson }] = _ => false,
        [new() { Check = IdentityCheck.Verified }] = _ => false,
        [new() { Excluding = false }] = _ => false,
        [new() { Channel = Several.Of([IntakeChannel.Letter, IntakeChannel.Fax]), Priority = Several.Of([Priority.Urgent, Priority.VeryUrgent]) }] =
            c => c.Channel is IntakeChannel.Letter or IntakeChannel.Fax && c.Priority is Priority.Urgent or Priority.VeryUrgent,
        [new() { Kind = Several.Of([CaseKind.Thanks, CaseKind.Opinion]), Plate = 6 }] = c => c.Kind is CaseKind.Thanks or CaseKind.Opinion && c.Plate == 6,
        [new() { Sender = Several.Of([new BoxSender(new UnitId(1)), new BoxSender(null)]) }] = _ => true,
        [new() { Sender = Several.Of([new BoxSender(new UnitId(1)), new BoxSender(new UnitId(2))]) }] = _ => false,
        [new() { Check = Several.Of([IdentityCheck.Verified, IdentityCheck.Unverified]), Topic = Several.Of(["01", "04"]) }] = _ => false,
        [new() { Kind = CaseKind.Thanks }] = c => c.Kind == CaseKind.Thanks,
    };

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Every_criterion_shows_exactly_what_meets_it_and_the_counts_of_the_kinds_say_so(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var cases = await office.FileManyAsync(health);

        foreach (var (filter, meets) in _questions.Concat(Dues(office)))
        {
            var page = (await office.For<UnitInboxQuery>(zeynep).ReadAsync(health, new BoxSlice(Take: 10) { Filter = filter }, CancellationToken.None))!;
            var expected = cases.Where(meets).ToList();
            page.Total.Should().Be(expected.Count, "of {0}", filter);
            page.Rows.Select(r => r.Routing.CaseId).Should().BeSubsetOf(expected.Select(c => c.Id)).And.HaveCount(Math.Min(10, expected.Count), "of {0}", filter);
            var ofAnyKind = page.Kinds;
            ofAnyKind.Of(filter.Kind).Should().Be(expected.Count, "of {0}", filter);
            if (filter.Kind is null) _kinds.Should().OnlyContain(k => ofAnyKind.Of(k) == expected.Count(c => c.Kind == k), "of {0}", filter);
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_chip_says_how_many_rows_it_shows_in_every_box_and_page_by_page(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var cases = await office.FileManyAsync(health);
        foreach (var held in cases.Take(30)) await office.OpenAsync(zeynep, held.Routings[0].Id);

        foreach (var chip in _kinds)
        {
            var mine = await AllAsync(chip, slice => office.For<MyInboxQuery>(zeynep).ReadAsync(RoutingState.Held, slice, CancellationToken.None));
            var unit = await AllAsync(chip, slice => office.For<UnitInboxQuery>(zeynep).ReadAsync(health, slice, CancellationToken.None));
            mine.Should().BeEquivalentTo(cases.Take(30).Where(c => c.Kind == chip).Select(c => c.Id));
            unit.Should().BeEquivalentTo(cases.Skip(30).Where(c => c.Kind == chip).Select(c => c.Id));
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_filter_finds_nothing_a_reader_may_not_see(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (centre, ankara) = (office.Unit("BİMER Merkezi"), office.Unit("Ankara Valiliği"));
        var selin = await office.HireAsync(1, OfficerRole.CaseOfficer, centre);
        var both = await office.HireAsync(2, OfficerRole.CaseOfficer, centre);
        await office.AlsoAsync(both, OfficerRole.CaseOfficer, ankara);
        var kept = await office.FileAsync(centre);
        var other = await office.FileAsync(centre, CaseKind.TipOff);
        await office.OpenAsync(selin, kept.Routings[0].Id);
        await office.ExcludeAsync(selin, kept, ankara);
        await office.ForwardAsync(selin, kept.Routings[0].Id, null, ReplyStories.Line(centre));

        foreach (var filter in new BoxFilter[] { new() { Kind = CaseKind.Complaint }, new() { Case = kept.Id }, new() { Plate = 6, Kind = CaseKind.Complaint } })
        {
            var page = (await office.For<UnitInboxQuery>(both).ReadAsync(centre, new BoxSlice { Filter = filter }, CancellationToken.None))!;
            (page.Rows.Count, page.Total, page.Kinds.Complaint).Should().Be((0, 0, 0));
        }

        (await office.For<UnitInboxQuery>(both).ReadAsync(centre, new BoxSlice { Filter = new() { Case = other.Id } }, CancellationToken.None))!.Total.Should().Be(1);
        (await office.For<UnitInboxQuery>(both).SendersAsync(centre, CancellationToken.None)).Units.Should().NotContain(centre, "the only part the centre sent is kept from them");
        (await office.For<UnitInboxQuery>(both).SendersAsync(office.Unit("İzmir Valiliği"), CancellationToken.None)).Units.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_part_is_as_urgent_as_its_row_says_whatever_its_case_is(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var zeynep = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health) with { Priority = Priority.Urgent });

        foreach (var (asked, rows) in ((Priority, int)[])[(Priority.Urgent, 1), (Priority.Normal, 0)])
        {
            var page = (await office.For<UnitInboxQuery>(zeynep).ReadAsync(health, new BoxSlice { Filter = new() { Priority = asked } }, CancellationToken.None))!;
            (page.Rows.Count, page.Total, page.Rows.All(r => r.Priority == asked)).Should().Be((rows, rows, true));
        }
    }

    /// <summary>As the badge of the line says it.</summary>
    private static IEnumerable<KeyValuePair<BoxFilter, Func<CaseFile, bool>>> Dues(Office office)
    {
        var (calendar, near, now) = (office.Services.GetRequiredService<WorkingCalendar>(), office.Services.GetRequiredService<NearDue>(), office.Clock.GetUtcNow());
        DeadlineState StateOf(CaseFile c) => RemainingTime.Of(c.Time, calendar, near, now).State;
        yield return new(new() { Due = DueFilter.Late }, c => StateOf(c) == DeadlineState.Late);
        var (cut, today) = (People.Monday.AddDays(10), IstanbulTime.LegalDay(now));
        int Elapsed(CaseFile c) => calendar.WorkingDaysBetween(c.ReceivedOn, today);
        yield return new(new() { DueFrom = cut }, c => c.DueOn >= cut);
        yield return new(new() { DueFrom = cut.AddDays(-5), DueUntil = cut }, c => c.DueOn >= cut.AddDays(-5) && c.DueOn <= cut);
        yield return new(new() { DueUntil = cut, Kind = CaseKind.TipOff }, c => c.DueOn <= cut && c.Kind == CaseKind.TipOff);
        foreach (var days in (int[])[0, 1, 5, 12, 41]) yield return new(new() { ElapsedFrom = days }, c => Elapsed(c) >= days);
        foreach (var days in (int[])[0, 4, 5, 1_000]) yield return new(new() { ElapsedUntil = days }, c => Elapsed(c) <= days);
        yield return new(new() { ElapsedFrom = 5, ElapsedUntil = 9 }, c => Elapsed(c) is >= 5 and <= 9);
        yield return new(new() { Due = DueFilter.Near }, c => StateOf(c) is DeadlineState.Near or DeadlineState.LastDay or DeadlineState.LastDayUntilNoon);
    }

    private static async Task<List<CaseId>> AllAsync(CaseKind kind, Func<BoxSlice, Task<BoxPage?>> read)
    {
        var (seen, filter) = (new List<CaseId>(), new BoxFilter { Kind = kind });
        BoxPage? page = null;
        do
        {
            page = await read(new BoxSlice(page?.Rows[^1].Mark, Take: 3) { Filter = filter });
            seen.AddRange(page!.Rows.Select(r => r.Routing.CaseId));
        }
        while (page.HasMore);

        page.Total.Should().Be(seen.Count);
        page.Kinds.Of(kind).Should().Be(seen.Count);
        return seen;
    }
}
