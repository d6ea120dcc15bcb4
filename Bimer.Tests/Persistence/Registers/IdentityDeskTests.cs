using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Registers;
using Bimer.Domain.Applicants;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence.Registers;

/// <summary>No question without a committed row, no row without a question, and every row says how it ended.</summary>
public sealed class IdentityDeskTests
{
    private static readonly NationalId Ayse = NationalId.Parse("10000000146").Value!;
    private static readonly TraceSubject AtTheGate = new(null, null, Guid.NewGuid(), null, "gate.person", "KisiSorgula", "name");

    [Theory]
    [InlineData(Kind.Sqlite, RegistryMood.Answering, TraceOutcome.Answered)]
    [InlineData(Kind.Postgres, RegistryMood.Answering, TraceOutcome.Answered)]
    [InlineData(Kind.Sqlite, RegistryMood.Down, TraceOutcome.Fault)]
    [InlineData(Kind.Sqlite, RegistryMood.Silent, TraceOutcome.TimedOut)]
    public async Task Every_question_has_one_row_that_says_how_it_ended(Kind kind, RegistryMood mood, TraceOutcome outcome)
    {
        await using var office = await Office.OpenAsync(kind);
        var registry = new SimulatedIdentityRegistry(DemoPopulation.Shipped.InTheRegister, mood);

        await Desk(office, registry).AskAsync(AtTheGate, Ayse, CancellationToken.None);

        registry.Questions.Should().Be(1);
        await using var db = await office.DbAsync();
        var trace = await db.RegisterTraces.SingleAsync();
        (trace.Outcome, trace.Visit, trace.Purpose, trace.EndedAt).Should().Be((outcome, AtTheGate.Visit, "gate.person", office.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task The_row_is_committed_before_the_question_leaves_and_names_it()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var registry = new Witness(async question =>
        {
            await using var db = await office.DbAsync();
            (await db.RegisterTraces.SingleAsync()).Should().Match<RegisterTrace>(t => t.Id == question.Trace && t.Outcome == TraceOutcome.Asked);
        });

        await Desk(office, registry).AskAsync(AtTheGate, Ayse, CancellationToken.None);

        registry.WasAsked.Should().BeTrue();
    }

    [Fact]
    public async Task A_visitor_who_leaves_meanwhile_is_recorded_as_cancelled()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        using var leaving = new CancellationTokenSource();
        var registry = new Witness(async _ =>
        {
            await leaving.CancelAsync();
            leaving.Token.ThrowIfCancellationRequested();
        });

        await FluentActions.Awaiting(() => Desk(office, registry).AskAsync(AtTheGate, Ayse, leaving.Token)).Should().ThrowAsync<OperationCanceledException>();

        await using var db = await office.DbAsync();
        (await db.RegisterTraces.SingleAsync()).Outcome.Should().Be(TraceOutcome.Cancelled);
    }

    private static IdentityDesk Desk(Office office, IIdentityRegistry registry) => new(office.Services.GetRequiredService<ITraceLedger>(), registry);

    private sealed class Witness(Func<RegistryQuestion, Task> looks) : IIdentityRegistry
    {
        public bool WasAsked { get; private set; }

        public async Task<RegistryAnswer> AskAsync(RegistryQuestion question, CancellationToken ct)
        {
            WasAsked = true;
            await looks(question);
            return new RegistryAnswer.NobodyThere();
        }
    }
}
