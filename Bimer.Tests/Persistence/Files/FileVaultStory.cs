using System.Runtime.Versioning;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Tests.Given;

namespace Bimer.Tests.Persistence.Files;

/// <summary>A store of its own for each test, and what its tests do with it.</summary>
[SupportedOSPlatform("linux")]   // file modes, symbolic links
public abstract class FileVaultStory : IDisposable
{
    protected const int Chunk = 64 * 1024;
    protected const long Limit = 1_000_000;

    protected FileVaultStory() => Vault = new FileVault(new DataFolder(Folder.Path), Ring);

    protected AFolder Folder { get; } = new();
    protected KeyRing Ring { get; } = KeyRing.Create();
    protected FileVault Vault { get; }

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<StoredFile> StoreAsync(byte[] content) => (await Vault.StoreAsync(new MemoryStream(content), Limit, default)).Value!;

    protected async Task<byte[]> ReadAsync(StoredFileId id)
    {
        await using var stream = await Vault.OpenAsync(id, default);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    protected Func<Task> Opening(StoredFileId id) => async () => await (await Vault.OpenAsync(id, default)).DisposeAsync();

    protected string PlaceOf(StoredFileId id) => Folder[$"files/{id.ToString()[..2]}/{id.ToString()[2..4]}/{id}"];

    protected void Date(StoredFileId id, DateTimeOffset at) => File.SetLastWriteTimeUtc(PlaceOf(id), at.UtcDateTime);
}
