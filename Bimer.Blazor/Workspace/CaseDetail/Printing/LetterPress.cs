using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>Sets a signed letter on paper and makes of it what is asked for.</summary>
public sealed class LetterPress(ReplyLetterReader letters, ForwardNotices notices, ReportWriter writer, PagePrinting printing)
{
    /// <summary>Makes it, and lets nothing leave: for the post room it lies in memory.</summary>
    internal async Task<Outcome<PrintedLetter>> PrintAsync(BimerDbContext db, PrintLetter command, CaseFile caseFile, PostalRecipient? recipient, CancellationToken ct)
    {
        var greeted = recipient is not null && caseFile.Concealment == IdentityConcealment.None ? LetterPaper.Greet(recipient, caseFile.ApplicantKind) : null;
        var page = await (command.IsNotice ? NoticeAsync(db, command, recipient, greeted, ct) : LetterAsync(db, command, recipient, greeted, ct));
        if (page is null) return command.IsNotice ? new Refusal.NothingToTell() : new Refusal.NotFound();
        if (command.Way == LetterWay.Page) return new PrintedLetter(page, File: null);
        var made = await printing.PrintAsync(page, ct);
        if (made.Value is not { } pdf) return made.Refusal!;
        return new PrintedLetter(command.Way == LetterWay.PostRoom ? null : page, pdf);
    }

    private async Task<string?> LetterAsync(BimerDbContext db, PrintLetter command, PostalRecipient? recipient, Addressee? greeted, CancellationToken ct)
    {
        if (await letters.ReadAsync(db, command.Routing, intended: null, ct) is not { } facts) return null;
        var files = await db.Attachments.Where(a => a.Reply == command.Routing).OrderBy(a => a.Ordinal).Select(a => a.Name).ToListAsync(ct);
        return await writer.WriteAsync(new LetterPaper(facts, files, recipient?.Lines ?? [], greeted, command.Way != LetterWay.Page));
    }

    /// <summary>As the mail would say it now; none where there is nothing to tell any more.</summary>
    private async Task<string?> NoticeAsync(BimerDbContext db, PrintLetter command, PostalRecipient? recipient, Addressee? greeted, CancellationToken ct)
    {
        if (await new SentPaper(command.Routing, default, IsNotice: true).UnreachedAsync(db, ct) is not { } mail || await notices.FactsAsync(db, mail, ct) is not { } facts) return null;
        return await writer.WriteAsync(new NoticeSheet(ForwardNotice.LinesOf(facts, greeted), recipient?.Lines ?? [], command.Way != LetterWay.Page));
    }
}
