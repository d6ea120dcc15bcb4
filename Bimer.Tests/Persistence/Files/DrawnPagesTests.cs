using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

/// <summary>What is kept of documents that are being looked at, and who may wait for how many (S12).</summary>
public sealed class DrawnPagesTests
{
    private static readonly UserId _one = new(71), _other = new(72);

    [Fact]
    public async Task A_document_is_drawn_once_however_large_and_forgotten_without_another_look()
    {
        DrawingPrograms.Demand();
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        using var pages = PagesOf(office, new DrawingOptions(), mostBytes: 1);
        var file = await StoreAsync(office);

        var first = await pages.OfAsync(file, AttachmentType.Pdf, _one, CancellationToken.None);
        var second = await pages.OfAsync(file, AttachmentType.Pdf, _one, CancellationToken.None);

        first.Value.Should().HaveCount(2);
        second.Value.Should().BeSameAs(first.Value, "drawn anew it would be another list");
        pages.Documents.Should().Be(1);
        office.Clock.Pass(TimeSpan.FromMinutes(2));
        pages.Documents.Should().Be(0, "a citizen's pages lie in no memory longer");
    }

    [Fact]
    public async Task Of_one_person_three_wait_and_nobody_else_is_kept_from_looking()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        using var gone = new CancellationTokenSource();
        using var pages = PagesOf(office, new DrawingOptions { AtOnce = 0 });   // nothing is ever drawn
        var files = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StoreAsync(office)));
        var waiting = files[..3].Select(file => pages.OfAsync(file, AttachmentType.Pdf, _one, gone.Token)).ToList();

        (await pages.OfAsync(files[3], AttachmentType.Pdf, _one, new CancellationToken(canceled: true))).Refusal.Should().Be(new Refusal.Busy());
        waiting.Add(pages.OfAsync(files[4], AttachmentType.Pdf, _other, gone.Token));
        waiting.Add(pages.OfAsync(files[4], AttachmentType.Pdf, _one, gone.Token));   // it waits already

        waiting.Should().OnlyContain(one => !one.IsCompleted);
        await gone.CancelAsync();
        foreach (var one in waiting) await one.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    private static DrawnPages PagesOf(Office office, DrawingOptions limits, long mostBytes = 1_048_576) => new(
        new PageDrawing(Options.Create(limits), office.Services.GetRequiredService<DataFolder>(), TimeProvider.System, NullLogger<PageDrawing>.Instance),
        office.Services.GetRequiredService<FileVault>(), office.Clock) { MostBytes = mostBytes };

    private static async Task<StoredFileId> StoreAsync(Office office) =>
        (await office.Services.GetRequiredService<FileVault>().StoreAsync(new MemoryStream(TellingFiles.Pdf()), 1_048_576, CancellationToken.None)).Value!.Id;
}
