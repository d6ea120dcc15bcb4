using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Blazor.Security;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Printing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bimer.Tests.Given;

/// <summary>Papers taken and looked up, as the product's own handlers do it.</summary>
internal static class PrintStories
{
    public static readonly PrintPlace Desk = new("0A1B2C3D4E5F", "Firefox, Pardus", "10.6.0.21", "https://bimer.invalid");

    public static Task<Outcome<PrintedReport>> PrintAsync(this Office office, Actor actor, CaseId id, bool asFile = false) => PrintAsync(office, actor, new CaseNumber(id).ToString(), asFile);

    public static async Task<Outcome<PrintedReport>> PrintAsync(this Office office, Actor actor, string number, bool asFile = false)
    {
        var services = office.Services;
        var words = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<CaseWords>()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton(services.GetRequiredService<TopicDirectory>());
        await using var paper = words.BuildServiceProvider();
        var handler = new PrintReportHandler(
            office.For<CaseQuery>(actor), new ReportWriter(paper, NullLoggerFactory.Instance), services.GetRequiredService<PagePrinting>(),
            ActivatorUtilities.CreateInstance<PrintLedger>(services), new Office.Acts(actor));
        return await handler.HandleAsync(new PrintReport(OfficeStories.NewCommand(), number, asFile), Desk, CancellationToken.None);
    }

    /// <summary>What this server can make; there is no post room.</summary>
    public static ReportMeans Means(this Office office) =>
        new(office.Services.GetRequiredService<PagePrinting>(), new PostRoom(Microsoft.Extensions.Options.Options.Create(new PrintingOptions()), TimeProvider.System));

    public static Task<Outcome<PrintFacts>> LookUpAsync(this Office office, Actor actor, string code) =>
        ActivatorUtilities.CreateInstance<VerifyPrintHandler>(office.Services, ActivatorUtilities.CreateInstance<PrintBook>(office.Services), new Office.Acts(actor))
            .HandleAsync(new VerifyPrint(OfficeStories.NewCommand(), code), CancellationToken.None);
}
