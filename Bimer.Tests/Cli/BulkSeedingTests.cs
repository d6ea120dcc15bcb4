using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Cli;

/// <summary>What is written in bulk is as whole as what came in through the front door.</summary>
public sealed class BulkSeedingTests(BulkOffices offices) : IClassFixture<BulkOffices>
{
    public static TheoryData<Kind> Both => [Kind.Sqlite, Kind.Postgres];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_history_is_dense_and_tells_where_each_part_stands(Kind kind)
    {
        foreach (var caseFile in await CasesAsync(kind))
        {
            var history = caseFile.Movements.OrderBy(m => m.Sequence).ToList();
            history.Select(m => m.Sequence).Should().Equal(Enumerable.Range(1, caseFile.MovementCount));
            history.Should().BeInAscendingOrder(m => m.At).And.OnlyContain(m => m.At < offices[kind].Clock.GetUtcNow());
            foreach (var part in caseFile.Routings) part.State.Should().Be(StateToldBy(history, part, caseFile), "of part {0}", part.Id.Value);
            (caseFile.ClosedAt is null).Should().Be(caseFile.Routings.Any(r => r.IsOpen));
            caseFile.HasExclusions.Should().Be(caseFile.Exclusions.Count > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Everything_that_happened_is_recorded_exactly_once(Kind kind)
    {
        await using var db = await offices[kind].DbAsync();
        var recorded = (await db.AuditEntries.AsNoTracking().ToListAsync()).ToLookup(a => a.CaseId!.Value);
        var messages = (await db.OutboxMessages.AsNoTracking().ToListAsync()).ToLookup(m => m.CaseId);
        foreach (var caseFile in await CasesAsync(kind))
        {
            // One act of forwarding is one event, however many units it went to.
            var acts = caseFile.Movements.Select(m => (m.Kind, m.At, By: m.By)).Distinct().Count();
            recorded[caseFile.Id].Should().HaveCount(acts);
            var letters = caseFile.Replies.Count(r => r.Status == ReplyStatus.Approved);
            messages[caseFile.Id].Should().HaveCount(1 + (2 * letters)).And.OnlyContain(m => m.Status == OutboxStatus.Sent || m.Status == OutboxStatus.NoAddress);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_identity_opens_and_only_the_unhidden_can_be_found(Kind kind)
    {
        await using var db = await offices[kind].DbAsync();
        var vault = offices[kind].Services.GetRequiredService<IdentityVault>();
        var identities = await db.SealedIdentities.AsNoTracking().ToDictionaryAsync(i => i.Ref);
        var lookups = (await db.IdentityLookups.AsNoTracking().ToListAsync()).ToLookup(l => l.CaseId);
        var cases = await CasesAsync(kind);

        identities.Should().HaveCount(cases.Count);
        foreach (var caseFile in cases)
        {
            var hash = vault.ByNationalId(vault.Open(identities[caseFile.Applicant]).NationalId);
            lookups[caseFile.Id].Any(l => l.Hash.SequenceEqual(hash)).Should().Be(caseFile.Concealment == IdentityConcealment.None);
            lookups[caseFile.Id].Should().HaveCount(caseFile.Concealment == IdentityConcealment.None ? 3 : 0);
            (caseFile.MaskedName is null).Should().Be(caseFile.Concealment == IdentityConcealment.ByApplicant);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Deadlines_follow_the_law_and_numbers_follow_the_time_of_filing(Kind kind)
    {
        var cases = await CasesAsync(kind);

        cases.Should().HaveCount(300).And.BeInAscendingOrder(c => c.FiledAt);
        foreach (var caseFile in cases)
        {
            var deadline = StatutoryDeadline.Of(caseFile.Basis, caseFile.ReceivedOn, ACalendar.Shipped);
            (caseFile.DueOn, caseFile.DueEndsAt).Should().Be((deadline.DueOn, deadline.EndsAt));
            var away = caseFile.Routings.Where(part => part.ArrivedOn is not null && (part.IsOpen || part.State == RoutingState.Answered)).Min(part => part.ArrivedOn);
            var terms = DeadlineTerms.Received(caseFile.Basis, caseFile.ReceivedOn).Arriving(away, ACalendar.Shipped.Rules);
            caseFile.Ledger.Should().Be(StatutoryDeadline.Of(terms, ACalendar.Shipped).Ledger, "a request that was sent on has a second clock (4982 m.7)");
            new CaseNumber(caseFile.Id).Year.Should().Be(IstanbulTime.LegalDay(caseFile.FiledAt).Year);
        }

        cases.Count(c => DeadlineLedger.TellsArrival(c.Ledger)).Should().BeInRange(1, cases.Count(c => c.Basis == LegalBasis.InformationAct) - 1);
        var next = await offices[kind].Services.GetRequiredService<CaseNumbers>().NextAsync(offices[kind].Clock.GetUtcNow(), CancellationToken.None);
        next.Should().BeGreaterThan(cases[^1].Id);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_measured_boxes_have_exactly_the_promised_sizes(Kind kind)
    {
        await using var db = await offices[kind].DbAsync();
        foreach (var size in (int[])[5, 20])
        {
            var person = (await ActorReader.ReadAsync(db, new UserId(3_000_000 + size), People.Monday, CancellationToken.None))!;
            var unit = person.Roles.Where(r => r.Role == OfficerRole.CaseOfficer).Min(r => r.Unit.Value);

            (await db.RoutingsAt(new UnitId(unit), person).CountAsync(r => r.State == RoutingState.Waiting)).Should().Be(size);
            (await db.RoutingsHeldBy(person).CountAsync(r => r.State == RoutingState.Held)).Should().Be(size);
            (await db.RepliesAwaiting(person).CountAsync()).Should().Be(size);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_case_written_in_bulk_goes_on_through_the_ordinary_handlers(Kind kind)
    {
        await using var db = await offices[kind].DbAsync();
        var person = (await ActorReader.ReadAsync(db, new UserId(3_000_020), People.Monday, CancellationToken.None))!;
        var unit = new UnitId(person.Roles.Where(r => r.Role == OfficerRole.CaseOfficer).Max(r => r.Unit.Value));
        var settled = await db.Routings.AsNoTracking().Where(r => r.To == unit && r.State == RoutingState.Held).OrderBy(r => r.Id).FirstAsync();

        (await offices[kind].OpenAsync(person, settled.Id)).Should().Be(Outcome.Accepted, "it is theirs already");
    }

    private async Task<List<CaseFile>> CasesAsync(Kind kind)
    {
        await using var db = await offices[kind].DbAsync();
        return await db.Cases.AsNoTracking().AsSplitQuery().Include(c => c.Movements).Include(c => c.Routings).Include(c => c.Replies).Include(c => c.Exclusions)
            .OrderBy(c => c.Id).ToListAsync();
    }

    private static RoutingState StateToldBy(List<Movement> history, Routing part, CaseFile caseFile)
    {
        if (caseFile.Routings.Any(r => r.Parent == part.Id)) return RoutingState.Forwarded;
        return history.Last(m => m.Routing == part.Id && m.Kind != MovementKind.RecipientExcluded).Kind switch
        {
            MovementKind.Filed or MovementKind.Forwarded => RoutingState.Waiting,
            MovementKind.CustodyTaken => RoutingState.Held,
            MovementKind.ReplySubmitted => RoutingState.AwaitingApproval,
            MovementKind.ReplyReturned => RoutingState.InRevision,
            _ => RoutingState.Answered,
        };
    }
}
