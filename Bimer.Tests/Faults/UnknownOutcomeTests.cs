using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Bimer.Tests.UseCases;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Faults;

/// <summary>A commit whose answer never came may have been made: no row may stand without its file (A1).</summary>
public sealed class UnknownOutcomeTests
{
    [Fact]
    public async Task A_citizens_file_stays_when_nobody_knows_whether_its_row_was_saved()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = new Citizen(office);
        await citizen.PassAsync();
        var visit = (await citizen.WriteWholeAsync())!.Visit;
        var book = ActivatorUtilities.CreateInstance<DraftFileBook>(office.Services, Breaking(office));

        var told = await book.AddAsync(visit, "dilekçe.pdf", new MemoryStream(Documents.Pdf), CancellationToken.None);

        told.Refusal.Should().Be(new Refusal.Busy());
        await EveryRowHasItsFileAsync(office);
    }

    [Fact]
    public async Task A_letters_file_stays_when_nobody_knows_whether_its_row_was_saved()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var drafts = ActivatorUtilities.CreateInstance<DraftWork>(story.Office.Services, Breaking(story.Office), new Office.Acts(story.Writer));
        var handler = ActivatorUtilities.CreateInstance<AttachFileHandler>(story.Office.Services, drafts, story.Office.Clock);

        var told = await handler.HandleAsync(new AttachFile(story.Routing, "rapor.pdf", new MemoryStream(Documents.Pdf)), CancellationToken.None);

        told.Refusal.Should().Be(new Refusal.Busy());
        await EveryRowHasItsFileAsync(story.Office);
    }

    private static LostAnswerDb Breaking(Office office) => new(office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>());

    private static async Task EveryRowHasItsFileAsync(Office office)
    {
        await using var db = await office.DbAsync();
        var row = await db.DraftFiles.SingleAsync();
        await using var file = await office.Services.GetRequiredService<FileVault>().OpenAsync(new StoredFileId(row.Id.Value), CancellationToken.None);
        file.Length.Should().Be(row.Length);
    }
}
