using System.Runtime.Versioning;
using System.Security.Cryptography;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

[SupportedOSPlatform("linux")]   // file modes, symbolic links
public sealed class FileVaultTests : FileVaultStory
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(500_003)]
    public async Task What_was_stored_comes_back_with_its_length_and_fingerprint(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);

        var stored = await StoreAsync(content);

        stored.Length.Should().Be(length);
        stored.Sha256.Should().Equal(SHA256.HashData(content));
        (await ReadAsync(stored.Id)).Should().Equal(content);
    }

    [Fact]
    public async Task A_file_lies_twoFolders_deep_under_a_random_name_for_its_owner_only()
    {
        var one = await StoreAsync([1]);
        var other = await StoreAsync([1]);

        one.Id.Should().NotBe(other.Id);
        var name = one.Id.ToString();
        Folder.Files.Should().Contain($"files/{name[..2]}/{name[2..4]}/{name}").And.HaveCount(2);
        File.GetUnixFileMode(PlaceOf(one.Id)).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_bytes_on_disk_never_contain_the_content()
    {
        var secret = "Ayşe Gül Işık 10000000146"u8.ToArray();
        var content = Enumerable.Repeat(secret, 10_000).SelectMany(bytes => bytes).ToArray();

        var stored = await StoreAsync(content);

        var onDisk = await File.ReadAllBytesAsync(PlaceOf(stored.Id));
        onDisk.AsSpan().IndexOf(secret.AsSpan(0, 8)).Should().Be(-1);
    }

    [Theory]
    [InlineData(Limit, true)]
    [InlineData(Limit + 1, false)]
    public async Task The_last_byte_of_the_limit_counts_and_one_more_leaves_nothing_behind(long length, bool accepted)
    {
        var outcome = await Vault.StoreAsync(new MemoryStream(new byte[length]), Limit, default);

        outcome.IsAccepted.Should().Be(accepted);
        if (accepted) return;
        outcome.Refusal.Should().Be(new Refusal.AttachmentTooLarge(Limit));
        Folder.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stream_without_end_is_cut_off_at_the_limit_and_not_read_to_its_end()
    {
        var endless = new EndlessStream();

        var outcome = await Vault.StoreAsync(endless, Limit, default);

        outcome.Refusal.Should().BeOfType<Refusal.AttachmentTooLarge>();
        endless.Given.Should().BeLessThan(Limit + (2 * Chunk));
        Folder.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        var store = () => Vault.StoreAsync(new EndlessStream { BreaksAt = 300_000 }, Limit, default);

        await store.Should().ThrowAsync<IOException>();
        Folder.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task A_sender_who_leaves_leaves_nothing_behind()
    {
        using var gone = new CancellationTokenSource();
        var store = () => Vault.StoreAsync(new EndlessStream { OnRead = given => { if (given > 200_000) gone.Cancel(); } }, Limit, gone.Token);

        await store.Should().ThrowAsync<OperationCanceledException>();
        Folder.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Opened_content_can_be_read_from_any_place()
    {
        var content = RandomNumberGenerator.GetBytes((2 * Chunk) + 100);
        var stored = await StoreAsync(content);
        await using var stream = await Vault.OpenAsync(stored.Id, default);
        var random = new Random(20260302);

        for (var i = 0; i < 300; i++)
        {
            var from = random.Next(content.Length);
            var part = new byte[Math.Min(random.Next(1, 5_000), content.Length - from)];
            stream.Position = from;
            stream.ReadExactly(part);
            part.Should().Equal(content[from..(from + part.Length)]);
        }
    }

    [Fact]
    public async Task Orphans_are_old_and_unknown_and_can_be_deleted_twice()
    {
        var known = await StoreAsync([1]);
        var orphan = await StoreAsync([2]);
        var young = await StoreAsync([3]);
        var noon = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        Date(known.Id, noon.AddTicks(-10_000));
        Date(orphan.Id, noon.AddTicks(-10_000));
        Date(young.Id, noon);

        Vault.OrphansOlderThan(noon, new HashSet<StoredFileId> { known.Id }).Should().Equal(orphan.Id);

        Vault.Delete(orphan.Id);
        Vault.Delete(orphan.Id);
        await Opening(orphan.Id).Should().ThrowAsync<FileNotFoundException>();
        (await ReadAsync(known.Id)).Should().Equal(1);
    }

    [Fact]
    public async Task Half_written_files_of_a_killed_process_are_removed_when_old_and_never_counted_as_files()
    {
        var stored = await StoreAsync([1]);
        var draft = PlaceOf(stored.Id)[..^4] + "beef.part";
        await File.WriteAllBytesAsync(draft, [1, 2, 3]);
        var noon = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        File.SetLastWriteTimeUtc(draft, noon.UtcDateTime);

        Vault.OrphansOlderThan(DateTimeOffset.MaxValue, new HashSet<StoredFileId> { stored.Id }).Should().BeEmpty();
        Vault.RemoveDraftsOlderThan(noon).Should().Be(0);
        Vault.RemoveDraftsOlderThan(noon.AddSeconds(1)).Should().Be(1);
        File.Exists(draft).Should().BeFalse();
    }

    [Fact]
    public async Task A_file_that_was_never_there_is_not_found() =>
        await Opening(StoredFileId.New()).Should().ThrowAsync<FileNotFoundException>();

    [Fact]
    public async Task Many_people_store_and_read_at_once()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 100), async (i, _) =>
        {
            var content = RandomNumberGenerator.GetBytes(i * 1_500);
            var stored = await StoreAsync(content);
            (await ReadAsync(stored.Id)).Should().Equal(content);
        });
    }
}
