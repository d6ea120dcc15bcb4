using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Facts;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The demo is lived through the domain: every state is there and every row follows from a movement.</summary>
public sealed class DemoSeedTests
{
    private const int Petitions = 600;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_demo_has_every_state_and_keeps_hidden_people_out_of_every_index(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var told = new List<int>();
        await office.Services.GetRequiredService<DemoSeed>().RunAsync(People.Monday, Petitions, told.Add, CancellationToken.None);

        told[^1].Should().Be(Petitions);
        await using var db = await office.DbAsync();
        (await db.Cases.CountAsync()).Should().Be(Petitions);
        (await db.Routings.Select(r => r.State).Distinct().ToListAsync()).Should().BeEquivalentTo(Enum.GetValues<RoutingState>());
        (await db.Cases.CountAsync(c => c.ClosedAt == null && c.DueEndsAt < office.Clock.GetUtcNow())).Should().BePositive("some are overdue");
        (await db.Cases.CountAsync(c => c.AwaitsFee && c.ClosedAt == null)).Should().BePositive("some have not paid");
        (await db.Movements.Select(m => m.Kind).Distinct().ToListAsync()).Should().Contain([MovementKind.TimeExtended, MovementKind.FeeTold, MovementKind.FeePaid, MovementKind.DeemedWithdrawn]);
        (await db.Cases.CountAsync(c => c.ItemList != null && c.ClosedAt == null)).Should().BePositive("some ask item by item");
        (await db.Replies.Where(r => r.ItemList != null && r.Status == ReplyStatus.Approved).Select(r => r.Disclosure).Distinct().CountAsync()).Should().BeGreaterThan(1, "and are told about each item");
        (await db.CaseTopics.CountAsync()).Should().BePositive("an officer names what it is about").And.Be(await db.Cases.CountAsync(c => c.IdentityCheck == IdentityCheck.Stated));
        (await db.OutboxMessages.CountAsync(m => m.Status == OutboxStatus.Queued)).Should().Be(0, "nothing of the past is sent again");

        var hidden = db.Cases.Where(c => c.Concealment != IdentityConcealment.None).Select(c => c.Id);
        (await hidden.CountAsync()).Should().BePositive();
        (await db.IdentityLookups.CountAsync(l => hidden.Contains(l.CaseId))).Should().Be(0);
        (await db.Cases.CountAsync(c => c.Concealment != IdentityConcealment.None && c.MaskedName != null)).Should().Be(0);
        (await db.IdentityLookups.CountAsync()).Should().Be(3 * (Petitions - await hidden.CountAsync()));
    }

    [Fact]
    public async Task Some_petitions_bring_papers_that_open_and_those_of_hidden_people_have_no_name_of_their_own()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await office.Services.GetRequiredService<DemoSeed>().RunAsync(People.Monday, Petitions, _ => { }, CancellationToken.None);
        await using var db = await office.DbAsync();

        var papers = await db.Attachments.AsNoTracking().ToListAsync();
        papers.Select(p => p.ContentType).Distinct(StringComparer.Ordinal).Should().BeEquivalentTo("application/pdf", "text/plain", "image/png");
        papers.Select(p => p.CaseId).Distinct().Count().Should().BeInRange(Petitions / 100, Petitions / 10);
        var vault = office.Services.GetRequiredService<FileVault>();
        foreach (var paper in papers)
        {
            await using var content = await vault.OpenAsync(new StoredFileId(paper.Id.Value), CancellationToken.None);
            content.Length.Should().Be(paper.Length);
        }

        var hidden = await db.Cases.Where(c => c.Concealment != IdentityConcealment.None).Select(c => c.Id).ToListAsync();
        papers.Where(p => hidden.Contains(p.CaseId)).Should().NotBeEmpty().And.AllSatisfy(p => p.Name.Should().StartWith($"Ek-{p.Ordinal}."));
        papers.Where(p => !hidden.Contains(p.CaseId)).Should().AllSatisfy(p => p.Name.Should().NotStartWith("Ek-"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Movements_are_dense_every_identity_opens_and_every_deadline_can_be_computed_again(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.Services.GetRequiredService<DemoSeed>().RunAsync(People.Monday, 150, _ => { }, CancellationToken.None);
        await using var db = await office.DbAsync();

        var cases = await db.Cases.Include(c => c.Movements).AsNoTracking().ToListAsync();
        cases.Should().AllSatisfy(c => c.Movements.Select(m => m.Sequence).Order().Should().Equal(Enumerable.Range(1, c.MovementCount)));
        var calendar = office.Services.GetRequiredService<WorkingCalendar>();
        var told = cases.ToLookup(c => DeadlineLedger.Replay(c.Ledger!).Terms != DeadlineTerms.Received(c.Basis, c.ReceivedOn));
        told[false].Should().NotBeEmpty().And.AllSatisfy(c => c.DueOn.Should().Be(StatutoryDeadline.Of(c.Basis, c.ReceivedOn, calendar).DueOn));
        told[true].Where(c => DeadlineLedger.Replay(c.Ledger!).Terms.FeeNoticeOn is null).Should().NotBeEmpty("some were told how far things are, or that they take longer").And.AllSatisfy(c => c.DueOn.Should().BeAfter(StatutoryDeadline.Of(c.Basis, c.ReceivedOn, calendar).DueOn));
        cases.Should().AllSatisfy(c => DeadlineLedger.Of(DeadlineLedger.Replay(c.Ledger!).Terms, calendar).ToText().Should().Be(c.Ledger, "the kept ledger is replayed byte for byte"));
        cases.Should().AllSatisfy(c => DeadlineLedger.Replay(c.Ledger!).Deadline.EndsAt.Should().Be(c.DueEndsAt));
        var vault = office.Services.GetRequiredService<IdentityVault>();
        (await db.SealedIdentities.AsNoTracking().ToListAsync()).Should().HaveCount(150)
            .And.AllSatisfy(sealedIdentity => vault.Open(sealedIdentity).NationalId.Should().HaveLength(11));
        var recorded = await db.AuditEntries.AsNoTracking().ToListAsync();
        recorded.Where(a => a.Actor is null).Select(a => (a.Action, a.CaseId)).Should().BeEquivalentTo(
            cases.Where(c => c.Channel == IntakeChannel.Internet).Select(c => ("case.filed", (CaseId?)c.Id)), "every act has a person, but for what a citizen files");
        recorded.Count.Should().Be(cases.Sum(c => c.MovementCount) - await ForwardsBeyondTheFirst(db));
    }

    /// <summary>A forward to two units is two movements and one recorded act.</summary>
    private static async Task<int> ForwardsBeyondTheFirst(Blazor.Persistence.BimerDbContext db) =>
        await db.Movements.CountAsync(m => m.Kind == MovementKind.Forwarded && m.Purpose == RoutingPurpose.Information);
}
