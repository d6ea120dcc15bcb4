using System.Security.Cryptography;
using System.Text.Json;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>The key file cannot be used; says why and what to do, never what is in it.</summary>
public sealed class KeyFileException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The key file on disk: <c>keys/vault.json</c> of the data folder, or <c>Bimer:Vault:KeyFile</c>. It belongs in the backup, but never
/// beside the database: whoever has both reads every identity; whoever has lost it reads none.
/// </summary>
public sealed class KeyFile(string path)
{
    /// <summary>The configuration key that moves the file.</summary>
    public const string Setting = "Bimer:Vault:KeyFile";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode TooOpen = UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Absolute.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public bool Exists => File.Exists(Path);

    public static KeyFile From(IConfiguration configuration, DataFolder folder) =>
        new(configuration[Setting] is { } path && !string.IsNullOrWhiteSpace(path)
            ? path
            : System.IO.Path.Combine(folder.Keys, "vault.json"));

    /// <summary>
    /// Called once at start-up. Makes the file when there is none and nothing has been sealed yet.
    /// New keys beside old data would look like a working system in which no identity can be opened: that is refused.
    /// </summary>
    /// <returns>True when the file was made now.</returns>
    /// <exception cref="KeyFileException">The file is missing although data exists.</exception>
    public bool EnsureThere(bool dataExists)
    {
        if (Exists) return false;
        if (dataExists) throw Missing();

        var ring = KeyRing.Create();
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        try
        {
            Write(ring, overwrite: false);
            return true;
        }
        catch (IOException) when (Exists)
        {
            return false;   // another node on the shared folder was first; its keys are the keys
        }
    }

    /// <exception cref="KeyFileException">Missing, open to others, or not a key file.</exception>
    public KeyRing Read()
    {
        if (!Exists) throw Missing();
        RefuseWhenOpenToOthers();

        var bytes = File.ReadAllBytes(Path);
        try
        {
            return JsonSerializer.Deserialize(bytes, KeyFileJson.Default.KeyFileContent) is { } content
                ? content.ToRing()
                : throw new KeyFileException($"The key file {Path} is empty. Restore it from the backup.");
        }
        catch (JsonException)
        {
            // Without the inner exception: a parser's message may quote what it could not read.
            throw new KeyFileException($"The key file {Path} is damaged. Restore it from the backup.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Adds a sealing key and makes it the current one; takes effect for a process when it reads the file again.</summary>
    public KeyRing Rotate()
    {
        var rotated = Read().Rotated();
        Write(rotated, overwrite: true);
        return rotated;
    }

    private void Write(KeyRing ring, bool overwrite)
    {
        var draft = $"{Path}.{Guid.NewGuid():N}.part";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(KeyFileContent.Of(ring), KeyFileJson.Default.KeyFileContent);
        try
        {
            using (var file = new FileStream(draft, CreateOptions()))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            if (overwrite) File.Move(draft, Path, overwrite: true);
            else FirstName.Give(draft, Path);
            DirectoryFlush.ToDisk(System.IO.Path.GetDirectoryName(Path)!);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            File.Delete(draft);
        }
    }

    private static FileStreamOptions CreateOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;   // from the first byte, not by a later chmod
        return options;
    }

    private void RefuseWhenOpenToOthers()
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(Path) & TooOpen) == UnixFileMode.None) return;
        throw new KeyFileException($"The key file {Path} can be read or changed by others. Run: chmod 600 {Path}");
    }

    private KeyFileException Missing() => new(
        $"The key file {Path} is missing. Without it no stored identity and no attachment can be opened, and new keys would not help. " +
        $"Restore it from the backup, or point {Setting} at it.");
}
