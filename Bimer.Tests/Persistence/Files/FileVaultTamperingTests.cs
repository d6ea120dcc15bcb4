using System.Runtime.Versioning;
using System.Security.Cryptography;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Vault;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

[SupportedOSPlatform("linux")]   // symbolic links
public sealed class FileVaultTamperingTests : FileVaultStory
{
    [Fact]
    public async Task One_flipped_bit_anywhere_and_nothing_of_the_file_is_served()
    {
        var stored = await StoreAsync(RandomNumberGenerator.GetBytes((2 * Chunk) + 100));
        var good = await File.ReadAllBytesAsync(PlaceOf(stored.Id));

        foreach (var at in Enumerable.Range(0, 200).Select(i => (int)((long)i * good.Length / 200)).Concat([0, 4, 8, 39, 40, good.Length - 1]))
        {
            var flipped = good.ToArray();
            flipped[at] ^= 1;
            await File.WriteAllBytesAsync(PlaceOf(stored.Id), flipped);
            await Opening(stored.Id).Should().ThrowAsync<BrokenFileException>($"byte {at} was changed");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(40 + Chunk + 16)]
    [InlineData(40 + (2 * (Chunk + 16)))]
    [InlineData(40 + (2 * (Chunk + 16)) + 60)]
    public async Task A_file_cut_short_is_refused_also_at_the_edge_of_a_chunk(int length)
    {
        var stored = await StoreAsync(RandomNumberGenerator.GetBytes((2 * Chunk) + 100));
        var good = await File.ReadAllBytesAsync(PlaceOf(stored.Id));

        await File.WriteAllBytesAsync(PlaceOf(stored.Id), good[..length]);

        await Opening(stored.Id).Should().ThrowAsync<BrokenFileException>();
    }

    [Fact]
    public async Task Chunks_that_changed_places_or_came_twice_are_refused()
    {
        var stored = await StoreAsync(RandomNumberGenerator.GetBytes((2 * Chunk) + 100));
        var good = await File.ReadAllBytesAsync(PlaceOf(stored.Id));
        byte[] header = good[..40], first = good[40..(40 + Chunk + 16)], second = good[(40 + Chunk + 16)..(40 + (2 * (Chunk + 16)))], last = good[(40 + (2 * (Chunk + 16)))..];

        foreach (byte[] forged in new byte[][] { [.. header, .. second, .. first, .. last], [.. header, .. first, .. first, .. second, .. last], [.. good, .. last] })
        {
            await File.WriteAllBytesAsync(PlaceOf(stored.Id), forged);
            await Opening(stored.Id).Should().ThrowAsync<BrokenFileException>();
        }
    }

    [Fact]
    public async Task A_file_put_under_another_id_is_refused()
    {
        var mine = await StoreAsync([1, 2, 3]);
        var theirs = await StoreAsync([4, 5, 6]);

        File.Copy(PlaceOf(theirs.Id), PlaceOf(mine.Id), overwrite: true);

        await Opening(mine.Id).Should().ThrowAsync<BrokenFileException>();
    }

    [Fact]
    public async Task After_a_rotation_old_files_open_and_without_their_key_they_do_not()
    {
        var stored = await StoreAsync([1, 2, 3]);

        var rotated = new FileVault(new DataFolder(Folder.Path), Ring.Rotated());
        await using var content = await rotated.OpenAsync(stored.Id, default);
        content.ReadByte().Should().Be(1);

        var strangers = () => new FileVault(new DataFolder(Folder.Path), KeyRing.Create()).OpenAsync(stored.Id, default);
        await strangers.Should().ThrowAsync<BrokenFileException>();
    }

    [Fact]
    public async Task A_symbolic_link_in_the_store_is_not_followed()
    {
        var stored = await StoreAsync([1, 2, 3]);
        File.Move(PlaceOf(stored.Id), Folder["elsewhere"]);
        File.CreateSymbolicLink(PlaceOf(stored.Id), Folder["elsewhere"]);

        await Opening(stored.Id).Should().ThrowAsync<BrokenFileException>();

        File.Delete(PlaceOf(stored.Id));
        var shelf = Path.GetDirectoryName(PlaceOf(stored.Id))!;
        Directory.Move(shelf, Folder["shelf"]);
        File.Move(Folder["elsewhere"], Path.Combine(Folder["shelf"], stored.Id.ToString()));
        Directory.CreateSymbolicLink(shelf, Folder["shelf"]);

        await Opening(stored.Id).Should().ThrowAsync<BrokenFileException>();
        Vault.OrphansOlderThan(DateTimeOffset.MaxValue, new HashSet<StoredFileId>()).Should().BeEmpty("links are not walked into either");
    }
}
