using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>What an approver may not sign although every click was right (S45, S50).</summary>
public sealed class SigningGuardTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_that_was_invented_signs_nothing(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await story.SubmittedAsync();

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash, service: "UYDURMA-01")).Refusal.Should().BeOfType<Refusal.CatalogueServiceMissing>();

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Should().Be(Outcome.Accepted);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_whose_file_was_taken_away_in_the_instant_of_sending_is_not_signed(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var file = (await story.Office.AttachAsync(story.Writer, story.Routing, "rapor.pdf", Documents.Pdf)).Value!;
        var hash = await story.SubmittedAsync();
        // As a removal that had read its rights before the sending would leave it.
        await using (var db = await story.Office.DbAsync()) await db.Attachments.Where(a => a.Id == file.Id).ExecuteDeleteAsync();

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Refusal.Should().Be(new Refusal.LetterChanged());
    }
}
