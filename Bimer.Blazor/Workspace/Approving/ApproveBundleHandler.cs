using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>Letters signed in one reading.</summary>
/// <param name="Letters">Each bound to the version that was on the screen, with a command of its own.</param>
/// <param name="Sample">Drawn by lot for this bundle.</param>
/// <param name="Opened">Those the approver has opened.</param>
public sealed record ApproveBundle(IReadOnlyList<ApproveReply> Letters, IReadOnlySet<RoutingId> Sample, IReadOnlySet<RoutingId> Opened);

/// <summary>What became of one of them.</summary>
public sealed record BundleResult(RoutingId Letter, Outcome Outcome);

/// <summary>
/// Toplu onay: one signature after the other, each with every guard of a single one; what cannot be signed says why and
/// holds nobody back.
/// </summary>
public sealed class ApproveBundleHandler(ApproveReplyHandler approve, IDbContextFactory<BimerDbContext> dbFactory, Committer committer, ICurrentActor currentActor, TimeProvider clock)
{
    /// <param name="told">After each letter.</param>
    /// <returns>Refused as a whole with <see cref="Refusal.SampleUnread"/>.</returns>
    public async Task<Outcome<IReadOnlyList<BundleResult>>> HandleAsync(ApproveBundle command, Action<BundleResult> told, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        // Also those that are left out: a lot one may decline is none.
        if (command.Sample.Count(drawn => !command.Opened.Contains(drawn)) is > 0 and var unread) return new Refusal.SampleUnread(unread);
        if (command.Letters.Count == 0) return Outcome<IReadOnlyList<BundleResult>>.FromT([]);
        var results = new List<BundleResult>();
        foreach (var letter in command.Letters)
        {
            results.Add(new BundleResult(letter.Routing, await approve.HandleAsync(letter, ct)));
            told(results[^1]);
        }

        await RecordAsync(actor.UserId, results, command.Sample.Count);
        return Outcome<IReadOnlyList<BundleResult>>.FromT(results);
    }

    // Each signature is recorded by itself; that they were given together is told as well as can be, and no signature waits for it.
    private async Task RecordAsync(UserId by, List<BundleResult> results, int sample)
    {
        await using var db = await dbFactory.CreateDbContextAsync(CancellationToken.None);
        db.Add(new AuditEntry
        {
            At = clock.GetUtcNow(), Action = "reply.bundle-approved", Actor = by,
            Detail = string.Create(CultureInfo.InvariantCulture, $"letters={results.Count};signed={results.Count(r => r.Outcome.IsAccepted)};sample={sample};first={results[0].Letter.Value}"),
        });
        await committer.CommitAsync(db, CommandStamp.Of(new CommandId(Guid.CreateVersion7()), by), CancellationToken.None);
    }
}
