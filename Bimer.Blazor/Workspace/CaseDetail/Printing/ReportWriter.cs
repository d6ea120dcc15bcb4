using System.Globalization;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>What tells one printout from another.</summary>
/// <param name="Site">Where its code is looked up.</param>
/// <param name="IsFile">It becomes a PDF: nothing on it is pressed, and it may ask for nothing.</param>
public sealed record PaperStamp(PrintCode Code, string Site, bool IsFile)
{
    /// <summary>What the QR code carries.</summary>
    public string Address => $"{Site}{Shell.Frame.Addresses.VerifyPrint}?{PrintCode.InAddress}{Code.Value}";
}

/// <param name="Page">A whole page.</param>
/// <param name="ContentHash">SHA-256 of what it says about the case, without what tells it from a reprint.</param>
public sealed record ReportPaper(string Page, byte[] ContentHash);

/// <summary>Draws the paper of a case, without a circuit. Official paper is Turkish, whatever language its taker reads the screens in.</summary>
public sealed class ReportWriter(IServiceProvider services, ILoggerFactory logs)
{
    public async Task<ReportPaper> WriteAsync(CaseSheet sheet, PaperStamp stamp)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurkishCulture.Info;   // of this call alone: it flows down, not up
        await using var renderer = new HtmlRenderer(services, logs);
        var content = await DrawAsync<ReportContent>(renderer, (nameof(ReportContent.Sheet), sheet));
        var digest = PrintDigest.Of(content);
        var page = await DrawAsync<ReportPage>(renderer, (nameof(ReportPage.Sheet), sheet), (nameof(ReportPage.Stamp), stamp), (nameof(ReportPage.Digest), Convert.ToHexStringLower(digest)));
        return new ReportPaper(page, digest);
    }

    /// <summary>The page of a letter to the citizen.</summary>
    public async Task<string> WriteAsync(LetterPaper paper)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurkishCulture.Info;
        await using var renderer = new HtmlRenderer(services, logs);
        return await DrawAsync<LetterPage>(renderer, (nameof(LetterPage.Paper), paper));
    }

    /// <summary>The page that tells a citizen where their case went.</summary>
    public async Task<string> WriteAsync(NoticeSheet paper)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurkishCulture.Info;
        await using var renderer = new HtmlRenderer(services, logs);
        return await DrawAsync<NoticePage>(renderer, (nameof(NoticePage.Paper), paper));
    }

    /// <summary>The page that says why there is no paper.</summary>
    public async Task<string> RefuseAsync(string title, string why, string hint)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await DrawAsync<RefusedPage>(renderer, (nameof(RefusedPage.Title), title), (nameof(RefusedPage.Why), why), (nameof(RefusedPage.Hint), hint));
    }

    private static Task<string> DrawAsync<T>(HtmlRenderer renderer, params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        renderer.Dispatcher.InvokeAsync(async () =>
        {
            var values = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
            return (await renderer.RenderComponentAsync<T>(values)).ToHtmlString();
        });
}
