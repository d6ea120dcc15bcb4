using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Bimer.Tests.UseCases;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Faults;

/// <summary>What an officer is in the midst of when the program dies.</summary>
public enum Act
{
    Forwarding,
    Answering,
    Signing,
}

/// <summary>A case that stands right before an act, and the act, which can be sent more than once.</summary>
internal sealed record StoppedAct(RoutingId Part, CommandId Command, Func<Task<Outcome>> SendAsync);

/// <summary>Sets cases before an act, and reads what has become of them, alike for all cases of one act.</summary>
internal sealed class StoppedActs(AReplyStory story)
{
    public const int Recipients = 20;

    public async Task<StoppedAct> PrepareAsync(Act act)
    {
        var (office, command) = (story.Office, OfficeStories.NewCommand());
        var part = (await office.FileAsync(story.Unit)).Routings[0].Id;
        (await office.OpenAsync(story.Writer, part)).Should().Be(Outcome.Accepted);
        return new StoppedAct(part, command, act switch
        {
            Act.Forwarding => Forwarding(part, command),
            Act.Answering => await AnsweringAsync(part, command),
            _ => await SigningAsync(part, command),
        });
    }

    /// <summary>Everything an act writes, without the ids and hashes that differ from case to case.</summary>
    public async Task<IReadOnlyList<string>> TraceAsync(StoppedAct act)
    {
        var (part, id) = (act.Part, act.Part.CaseId);
        await using var db = await story.Office.DbAsync();
        var routings = await db.Routings.AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.Id).ToListAsync();
        var movements = await db.Movements.AsNoTracking().Where(m => m.CaseId == id).OrderBy(m => m.Sequence).ToListAsync();
        var letters = await db.Replies.AsNoTracking().Where(r => r.CaseId == id).ToListAsync();
        var audit = await db.AuditEntries.AsNoTracking().Where(a => a.CaseId == id).OrderBy(a => a.Sequence).ToListAsync();
        var outbox = await db.OutboxMessages.AsNoTracking().Where(m => m.CaseId == id).OrderBy(m => m.Kind).ToListAsync();
        var attached = await db.Attachments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync();
        return
        [
            .. routings.Select(r => $"part {r.Id.Value - part.Value} at {r.To.Value}, {r.State}, held by {r.Custodian?.Value}, ended {r.EndedAt is not null}"),
            .. movements.Select(m => $"movement {m.Sequence}, {m.Kind}, to {m.To?.Value}"),
            .. letters.Select(r => $"letter {r.Status}, revision {r.Revision}, {r.Verdict}, by {r.DecidedBy?.Value}"),
            .. audit.Select(a => $"audit {a.Action}, {a.Unit?.Value}"), .. outbox.Select(m => $"outbox {m.Kind}, {m.Status}"),
            .. attached.Select(a => $"attached {a.Ordinal}"),
            $"drafts {await db.ReplyDrafts.CountAsync(d => d.Routing == part)}, their files {await db.DraftFiles.CountAsync(f => f.Reply == part)}",
            $"remembered {await db.RememberedCommands.CountAsync(c => c.Id == act.Command)}",
        ];
    }

    private Func<Task<Outcome>> Forwarding(RoutingId part, CommandId command)
    {
        var units = story.Office.Services.GetRequiredService<UnitDirectory>().All.Where(u => u.TakesCases && u.Id != story.Unit).Take(Recipients);
        var lines = units.Select(u => ReplyStories.Line(u.Id)).ToArray();
        return () => story.Office.ForwardAsync(story.Writer, part, command, lines);
    }

    private async Task<Func<Task<Outcome>>> AnsweringAsync(RoutingId part, CommandId command)
    {
        var saved = await story.Office.SaveAsync(story.Writer, part, 0);
        (await story.Office.AttachAsync(story.Writer, part, "rapor.pdf", Documents.Pdf)).IsAccepted.Should().BeTrue();
        return () => story.Office.SubmitAsync(story.Writer, part, saved.Value!.Version, story.Signatory, command);
    }

    private async Task<Func<Task<Outcome>>> SigningAsync(RoutingId part, CommandId command)
    {
        var office = story.Office;
        (await (await AnsweringAsync(part, OfficeStories.NewCommand()))()).Should().Be(Outcome.Accepted);
        var letter = await office.LetterHashAsync(story.Approver, part);
        var signed = new ApproveReply(command, part, await office.HashAsync(part), ReplyStories.Service, ReplyVerdict.Favourable, null, letter);
        return () => office.Handler<ApproveReplyHandler>(story.Approver, office.For<DecidedMeanwhile>(story.Approver)).HandleAsync(signed, CancellationToken.None);
    }
}
