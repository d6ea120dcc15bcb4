using Bimer.Blazor.Security;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>
/// Where the paper comes from: a form, because a paper that leaves is written down and a link changes nothing. Loaded again it is asked
/// for again, and is another printout.
/// </summary>
internal static class PrintingEndpoints
{
    /// <summary>The name of the form's choice, and its value for a file.</summary>
    public const string Choice = "bicim";

    public const string AsFile = "pdf";

    /// <summary>The name of the form's field for a computer.</summary>
    public const string ComputerName = "ad";

    /// <summary>Of a letter: laid in the post room.</summary>
    public const string ToPostRoom = "zarf";

    /// <summary>The same although one lies there.</summary>
    public const string ToPostRoomAgain = "yine-zarf";

    /// <summary>The name of the field that asks for the notice of a forward instead of an answer.</summary>
    public const string Notice = "bildirim";

    /// <summary>The name of the field with the command's id.</summary>
    public const string Command = "komut";

    public static void MapPrinting(this IEndpointRouteBuilder app)
    {
        app.MapPost("/evrak/{Number}/rapor", PrintAsync).RequireAuthorization();
        app.MapPost(Shell.Frame.Addresses.NameComputer, NameAsync).RequireAuthorization();
        app.MapPost("/evrak/mektup/{routing:long}", PrintLetterAsync).RequireAuthorization();
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> NameAsync(IFormCollection form, NameWorkstationHandler handler, CancellationToken ct)
    {
        var named = await handler.HandleAsync(new NameWorkstation(new CommandId(Guid.CreateVersion7()), form[ComputerName]), ct);
        return named.Refusal is Refusal.NotFound ? TypedResults.NotFound()
            : TypedResults.Redirect($"{Shell.Frame.Addresses.VerifyPrint}?bilgisayar={(named.IsAccepted ? "adlandi" : "adsiz")}");
    }

    private static async Task<Results<FileDownload, ContentHttpResult, NotFound>> PrintLetterAsync(
        long routing, IFormCollection form, PrintLetterHandler handler, ReportRefusals refusals, CancellationToken ct)
    {
        var way = form[Choice].ToString() switch { AsFile => LetterWay.File, ToPostRoom or ToPostRoomAgain => LetterWay.PostRoom, _ => LetterWay.Page };
        // A page and a file may be asked for again and again, each recorded; into the post room a letter is laid once for each press.
        var command = way == LetterWay.PostRoom && Guid.TryParseExact(form[Command], "N", out var pressed) ? new CommandId(pressed) : new CommandId(Guid.CreateVersion7());
        var printed = await handler.HandleAsync(new PrintLetter(command, new RoutingId(routing), way) { IsAgain = string.Equals(form[Choice], ToPostRoomAgain, StringComparison.Ordinal), IsNotice = form.ContainsKey(Notice) }, ct);
        return printed switch
        {
            { Value: { File: { } file } } => new FileDownload(new MemoryStream(file, writable: false), "application/pdf", $"{(form.ContainsKey(Notice) ? "gonderim-bildirimi" : "cevap-mektubu")}-{new CaseNumber(new RoutingId(routing).CaseId)}.pdf"),
            { Value: { Page: { } page } } => TypedResults.Content(page, "text/html; charset=utf-8"),
            { Value: not null } => TypedResults.Content(await refusals.HandedOverAsync(), "text/html; charset=utf-8"),
            { Refusal: Refusal.NotFound } => TypedResults.NotFound(),
            _ => TypedResults.Content(await refusals.PageAsync(printed.Refusal!, ct), "text/html; charset=utf-8", contentEncoding: null, StatusCodes.Status409Conflict),
        };
    }

    // The form is bound so that a post without its token is refused before anything is written.
    private static async Task<Results<FileDownload, ContentHttpResult, NotFound>> PrintAsync(
        string number, IFormCollection form, PrintReportHandler handler, Workstation workstation, ReportRefusals refusals, CancellationToken ct)
    {
        var command = new PrintReport(new CommandId(Guid.CreateVersion7()), number, string.Equals(form[Choice], AsFile, StringComparison.Ordinal));
        var printed = await handler.HandleAsync(command, workstation.Here(), ct);
        return printed switch
        {
            { Value: { File: { } file } } => new FileDownload(new MemoryStream(file, writable: false), "application/pdf", $"basvuru-raporu-{number}.pdf"),
            { Value: { } paper } => TypedResults.Content(paper.Page, "text/html; charset=utf-8"),
            { Refusal: Refusal.NotFound } => TypedResults.NotFound(),
            _ => TypedResults.Content(await refusals.PageAsync(printed.Refusal!, ct), "text/html; charset=utf-8", contentEncoding: null, StatusCodes.Status503ServiceUnavailable),
        };
    }
}
