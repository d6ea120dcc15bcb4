using System.Text;
using Bimer.Blazor.Gateways.Scanning;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Workspace.Attachments;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Bimer.Tests.UseCases.CaseDetail;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.UseCases;

public sealed partial class ScanningTests
{
    [Theory, MemberData(nameof(Both))]
    public async Task A_signed_letter_leaves_only_with_files_that_are_clean_at_that_moment(Kind kind)
    {
        await using var clamd = AClamd.Start();
        await using var server = SmtpServer.Start();
        await using var story = await AReplyStory.BeginAsync(kind, House.With(clamd.Address));
        await LeavesAnAddressAsync(story);
        await story.Office.AttachAsync(story.Writer, story.Routing, "rapor.txt", Encoding.UTF8.GetBytes("Rapor"));
        await story.Office.Services.GetRequiredService<ScanSweep>().RunAsync(CancellationToken.None);
        (await story.Office.ApproveAsync(story.Approver, story.Routing, await story.SubmittedAsync())).Should().Be(Outcome.Accepted);
        var vault = story.Office.Services.GetRequiredService<FileVault>();
        var file = vault.Shelved().Single();
        var courier = new ACourier(story.Office, AMail.Sender(server));

        vault.KeepVerdict(file, "");
        await courier.DrainAsync();
        (await AnsweredMail.MailAsync(story)).Should().BeEquivalentTo(new { Status = OutboxStatus.Queued, LastAnswer = OutboxMessage.AnswerBeingScanned });

        story.Office.Services.GetRequiredService<FileVerdicts>().Keep(file, new ScanAnswer(IsHarmful: true, "X"), story.Office.Clock.GetUtcNow());
        story.Office.Clock.Pass(TimeSpan.FromMinutes(2));
        await courier.DrainAsync();
        (await AnsweredMail.MailAsync(story)).Should().BeEquivalentTo(new { Status = OutboxStatus.Failed, LastAnswer = OutboxMessage.AnswerHarmful });
        (await AnsweredMail.ShownAsync(story)).Hint.Should().Contain("zararlı içerik bulundu");
        server.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_letter_with_a_file_that_is_not_clean_is_not_signed()
    {
        await using var clamd = AClamd.Start();
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite, House.With(clamd.Address));
        await story.Office.AttachAsync(story.Writer, story.Routing, "rapor.txt", Encoding.UTF8.GetBytes("Rapor " + AClamd.Bad));
        var hash = await story.SubmittedAsync();

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Refusal.Should().Be(new Refusal.AttachmentBeingScanned());
        await story.Office.Services.GetRequiredService<ScanSweep>().RunAsync(CancellationToken.None);
        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Refusal.Should().Be(new Refusal.AttachmentHarmful());
    }

    private static async Task LeavesAnAddressAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        var applicant = await db.Cases.Where(c => c.Id == story.Routing.CaseId).Select(c => c.Applicant).SingleAsync();
        db.Add(story.Office.Services.GetRequiredService<IdentityVault>().Seal(applicant, AnAnsweringOffice.Citizen(), story.Office.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
    }
}
