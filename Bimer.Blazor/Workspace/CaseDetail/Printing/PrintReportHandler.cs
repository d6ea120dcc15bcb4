using System.Security.Cryptography;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Blazor.Security;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <param name="AsFile">As a PDF; otherwise as a page to print.</param>
public sealed record PrintReport(CommandId Id, string Number, bool AsFile);

/// <summary>A paper that may leave the server.</summary>
/// <param name="File">The PDF; none of a page.</param>
public sealed record PrintedReport(PrintCode Code, string Page, byte[]? File);

/// <summary>
/// Başvuru Raporu (S42): the case on paper, as its reader may read it, applicants masked or hidden whatever their screen shows at the
/// moment. The record of who took it where is committed before it leaves; if it cannot be written, nothing leaves.
/// </summary>
public sealed class PrintReportHandler(CaseQuery query, ReportWriter writer, PagePrinting printing, PrintLedger ledger, ICurrentActor currentActor)
{
    public async Task<Outcome<PrintedReport>> HandleAsync(PrintReport command, PrintPlace place, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        // An envelope hands nothing out, and neither does a paper of one.
        if (await query.ReadAsync(command.Number, ct) is not { IsOpen: true } sheet) return new Refusal.NotFound();

        var code = PrintCode.Of(RandomNumberGenerator.GetBytes(PrintCode.Bytes));
        var paper = await writer.WriteAsync(sheet, new PaperStamp(code, place.Site, command.AsFile));
        var made = command.AsFile ? await printing.PrintAsync(paper.Page, ct) : default;
        if (made.Refusal is { } notMade) return notMade;
        var taken = new TakenPrint(code, sheet, place, paper.ContentHash, made.Value);
        return await ledger.RecordAsync(command.Id, taken, actor, ct) is { } notRecorded ? notRecorded : new PrintedReport(code, paper.Page, made.Value);
    }
}
