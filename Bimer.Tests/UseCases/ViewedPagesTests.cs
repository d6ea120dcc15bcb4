using System.Text;
using Bimer.Blazor.Workspace.Attachments;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The pages of a file are looked at by whoever may have it, at the desk where it was laid and on the case; the original is in none of them (S12, S50).</summary>
public sealed class ViewedPagesTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_scan_is_seen_by_who_laid_it_on_the_desk_and_then_by_who_reads_the_case(Kind kind)
    {
        DrawingPrograms.Demand();
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var colleague = await office.HireAsync(2, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var stranger = await office.HireAsync(3, OfficerRole.CaseOfficer, office.Unit("İzmir Valiliği"));
        await desk.TypeAsync(ADesk.SilentLetter);
        var scan = (await desk.AttachAsync("mektup.pdf", TellingFiles.Pdf(pages: 2))).Value!.Id;

        (await PagesOf(office, desk.Officer).CountAsync(scan, CancellationToken.None)).Value.Should().Be(2);
        (await PagesOf(office, colleague).CountAsync(scan, CancellationToken.None)).Refusal.Should().Be(new Refusal.NotFound(), "what lies on a desk is its person's");
        var page = (await PagesOf(office, desk.Officer).ReadAsync(scan, 2, CancellationToken.None)).Value!;
        page.ContentType.Should().Be("image/jpeg");
        Encoding.Latin1.GetString(page.Content.Span).Should().NotContain(TellingFiles.Maker).And.NotContain("%PDF");
        foreach (var none in (int[])[0, 3, -1]) (await PagesOf(office, desk.Officer).ReadAsync(scan, none, CancellationToken.None)).Refusal.Should().Be(new Refusal.NotFound());

        (await desk.SaveAsync()).Should().BeOfType<RegisterAnswer.Recorded>();
        (await PagesOf(office, desk.Officer).CountAsync(scan, CancellationToken.None)).Value.Should().Be(2);
        (await PagesOf(office, stranger).CountAsync(scan, CancellationToken.None)).Refusal.Should().Be(new Refusal.NotFound(), "that its pages lie drawn gives nobody a right");
        (await PagesOf(office, stranger).ReadAsync(scan, 1, CancellationToken.None)).Refusal.Should().Be(new Refusal.NotFound());
    }

    [Fact]
    public async Task A_picture_is_its_own_page_and_what_cannot_be_drawn_says_so()
    {
        DrawingPrograms.Demand();
        var desk = await ADesk.OpenAsync(Kind.Sqlite, IntakeChannel.Letter);
        await using var office = desk.Office;
        await desk.TypeAsync(ADesk.SilentLetter);
        var (photo, broken) = ((await desk.AttachAsync("foto.png", Pictures.Png(2, 2))).Value!.Id, (await desk.AttachAsync("bozuk.pdf", Documents.Pdf)).Value!.Id);
        var pages = PagesOf(office, desk.Officer);

        (await pages.CountAsync(photo, CancellationToken.None)).Value.Should().Be(1);
        (await pages.ReadAsync(photo, 1, CancellationToken.None)).Value!.ContentType.Should().Be("image/png");
        (await pages.ReadAsync(photo, 2, CancellationToken.None)).Refusal.Should().Be(new Refusal.NotFound());
        (await pages.CountAsync(broken, CancellationToken.None)).Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Pdf));
    }

    private static PageQuery PagesOf(Office office, Actor who) => ActivatorUtilities.CreateInstance<PageQuery>(office.Services, office.For<FileQuery>(who));
}
