using System.ComponentModel.DataAnnotations;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

[SupportedOSPlatform("linux")]
public sealed class AttachmentIntakeTests : FileVaultStory
{
    private static readonly AttachmentLimits Limits = new() { MaxFiles = 3, MaxFileBytes = 10_000, MaxTotalBytes = 20_000 };

    private AttachmentIntake Intake => new(Vault, new ContentInspection(Limits), Limits);

    [Fact]
    public async Task A_document_is_kept_as_it_came()
    {
        var taken = await TakeAsync("C:\\dilekçe.pdf", Documents.Pdf);

        taken.Value.Should().BeEquivalentTo(new { Type = AttachmentType.Pdf, DisplayName = "dilekçe.pdf", Original = (StoredFile?)null });
        (await ReadAsync(taken.Value!.Served.Id)).Should().Equal(Documents.Pdf);
        Folder.Files.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_photograph_is_served_without_its_metadata_and_its_original_is_kept_only_on_demand(bool keep, int files)
    {
        var photograph = Pictures.Jpeg(16, 16, Pictures.Exif(1, little: true));

        var taken = (await TakeAsync("foto.jpg", photograph, keep)).Value!;

        (await ReadAsync(taken.Served.Id)).Should().Equal(Pictures.Jpeg());
        taken.Served.Sha256.Should().Equal(SHA256.HashData(Pictures.Jpeg()), "the fingerprint is of what is served");
        Folder.Files.Should().HaveCount(files);
        if (keep) (await ReadAsync(taken.Original!.Id)).Should().Equal(photograph);
        else taken.Original.Should().BeNull();
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_behind()
    {
        (await TakeAsync("a.exe", [1])).Refusal.Should().Be(new Refusal.AttachmentTypeNotAllowed("exe"));
        (await TakeAsync("a.pdf", new byte[10_001])).Refusal.Should().Be(new Refusal.AttachmentTooLarge(10_000));
        (await TakeAsync("a.pdf", Pictures.Png())).Refusal.Should().Be(new Refusal.AttachmentIsSomethingElse(AttachmentType.Pdf, AttachmentType.Png));
        (await TakeAsync("a.pdf", [])).Refusal.Should().Be(new Refusal.AttachmentEmpty());

        Folder.Files.Should().BeEmpty();
    }

    [Theory]
    [InlineData(2, 19_000, 1_000, null)]
    [InlineData(3, 0, 1, typeof(Refusal.TooManyAttachments))]
    [InlineData(2, 19_000, 1_001, typeof(Refusal.AttachmentsTooLargeTogether))]
    public void A_case_has_room_for_so_many_files_and_so_many_bytes(int files, long total, long added, Type? refusal) =>
        Intake.RoomFor(files, total, added)?.GetType().Should().Be(refusal);

    [Fact]
    public void The_default_limits_are_those_of_the_decisions()
    {
        var limits = new AttachmentLimits();
        limits.Should().BeEquivalentTo(new { MaxFiles = 10, MaxFileBytes = 20L * 1_048_576, MaxTotalBytes = 50L * 1_048_576 });
        Validator.TryValidateObject(limits, new ValidationContext(limits), null, validateAllProperties: true).Should().BeTrue();
    }

    private Task<Outcome<TakenAttachment>> TakeAsync(string name, byte[] content, bool keepOriginal = false) =>
        Intake.TakeAsync(name, new MemoryStream(content), keepOriginal, default);
}
