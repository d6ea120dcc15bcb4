using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Every act at the same instant as every other on one case (B8): each is done or refused, and what is left is a case somebody could have made one after the other.</summary>
[Collection(Alone.Name)]
public sealed class EveryPairTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whichever_two_meet_each_is_done_or_told_why_not_and_the_case_is_whole(Kind kind)
    {
        var living = await ALivingOffice.OpenAsync(kind);
        await using var office = living.Office;
        Act[] acts = [.. Acts.All.DistinctBy(act => act.Handler, StringComparer.Ordinal)];
        var (broken, met) = (new List<string>(), 0);
        foreach (var (one, other) in from i in Enumerable.Range(0, acts.Length) from j in Enumerable.Range(i, acts.Length - i) select (acts[i], acts[j]))
        {
            var id = await living.LiveAsync();
            if (!await PreparedAsync(living, id, one) || !await PreparedAsync(living, id, other)) continue;   // the two never meet on one case
            met++;
            var outcomes = await Task.WhenAll(Task.Run(() => one.Do(living, id)), Task.Run(() => other.Do(living, id)));

            broken.AddRange((await DefectsAsync(living, id)).Select(defect => $"{one} ({outcomes[0].Refusal}) with {other} ({outcomes[1].Refusal}): {defect}"));
        }

        broken.Should().BeEmpty();
        met.Should().BeGreaterThan(100);
    }

    private static async Task<bool> PreparedAsync(ALivingOffice living, CaseId id, Act act)
    {
        try
        {
            return act.After is not { } first || (await first(living, id)).IsAccepted;
        }
        catch (ArgumentException)
        {
            return false;   // of a part the other has not made
        }
    }

    private static async Task<IReadOnlyList<string>> DefectsAsync(ALivingOffice living, CaseId id)
    {
        await using var db = await living.Office.DbAsync();
        var c = await db.Cases.AsNoTracking().Include(x => x.Routings).Include(x => x.Replies).Include(x => x.Exclusions).Include(x => x.Holds).Include(x => x.Movements).AsSplitQuery().SingleAsync(x => x.Id == id);
        List<RoutingId> mails = [.. (await db.OutboxMessages.Where(m => m.CaseId == id && m.Kind == OutboxKind.ReplyMail).Select(m => m.Routing).ToListAsync()).OfType<RoutingId>()];
        var units = living.Office.Services.GetRequiredService<UnitDirectory>();
        var open = c.Routings.Where(r => r.IsOpen).ToList();
        (string Rule, bool Holds)[] rules =
        [
            ("movements are numbered without a gap", c.Movements.Select(m => m.Sequence).Order().SequenceEqual(Enumerable.Range(1, c.MovementCount))),
            ("it is as urgent as its most urgent open part", open.Count == 0 || c.Priority == open.Max(r => r.Priority)),
            ("it is open while something is to be done, and closed with a signature", c.ClosedAt is null == open.Exists(r => r.Purpose == RoutingPurpose.Action) && (c.ClosedAt is null || c.Replies.Any(r => r.Status == ReplyStatus.Approved))),
            ("a part is open or has an end", c.Routings.All(r => r.IsOpen == r.State is RoutingState.Waiting or RoutingState.Held or RoutingState.OnHold or RoutingState.CameBack or RoutingState.AwaitingApproval or RoutingState.InRevision)),
            ("nothing lies where it is kept from", open.TrueForAll(r => !c.Exclusions.Any(x => units.LineageOf(r.To).IsWithin(x.Unit)))),
            ("a letter waits exactly where its part does", c.Replies.Where(r => r.Status == ReplyStatus.AwaitingApproval).Select(r => r.Id).ToHashSet().SetEquals(c.Routings.Where(r => r.State == RoutingState.AwaitingApproval).Select(r => r.Id))),
            ("a signed letter leaves once and no other leaves", c.Replies.Where(r => r.Status == ReplyStatus.Approved).Select(r => r.Id).Order().SequenceEqual(mails.Order())),
            ("a hold is on what is on hold", c.Holds.Where(h => h.EndedAt is null).Select(h => h.Routing).ToHashSet().SetEquals(c.Routings.Where(r => r.State == RoutingState.OnHold).Select(r => r.Id))),
            ("hidden has no name and open has one", c.Concealment == IdentityConcealment.None == c.MaskedName is not null),
            ("all its parts are of its kind and know what it is kept from", c.Routings.All(r => r.CaseKind == c.Kind && (!c.HasExclusions || r.CaseHasExclusions))),
        ];
        return [.. rules.Where(rule => !rule.Holds).Select(rule => rule.Rule)];
    }
}
