using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>Sets a signed letter on paper and makes of it what is asked for.</summary>
public sealed class LetterPress(ReplyLetterReader letters, ReportWriter writer, PagePrinting printing)
{
    /// <summary>Makes it, and lets nothing leave: for the post room it lies in memory.</summary>
    internal async Task<Outcome<PrintedLetter>> PrintAsync(BimerDbContext db, PrintLetter command, CaseFile caseFile, PostalRecipient? recipient, CancellationToken ct)
    {
        if (await letters.ReadAsync(db, command.Routing, intended: null, ct) is not { } facts) return new Refusal.NotFound();
        var files = await db.Attachments.Where(a => a.Reply == command.Routing).OrderBy(a => a.Ordinal).Select(a => a.Name).ToListAsync(ct);
        var greeted = recipient is not null && caseFile.Concealment == IdentityConcealment.None ? LetterPaper.Greet(recipient, caseFile.ApplicantKind) : null;
        var page = await writer.WriteAsync(new LetterPaper(facts, files, recipient?.Lines ?? [], greeted, command.Way != LetterWay.Page));
        if (command.Way == LetterWay.Page) return new PrintedLetter(page, File: null);
        var made = await printing.PrintAsync(page, ct);
        if (made.Value is not { } pdf) return made.Refusal!;
        return new PrintedLetter(command.Way == LetterWay.PostRoom ? null : page, pdf);
    }
}
