using Bimer.Blazor.Persistence.Files.Drawing;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>
/// Where letters are laid that nobody here may address (zarflama hizmeti): a folder of the institution's printing service. A letter is brought there, written down on its case
/// and then laid, so that what lies there is known, and nothing lies there unknown.
/// </summary>
public sealed class PostRoom(IOptions<PrintingOptions> options, TimeProvider clock)
{
    private const string Brought = ".part", Laid = ".pdf";

    /// <summary>Longer than any is on its way: what is older a killed program left.</summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromHours(1);

    private readonly string _folder = options.Value.PostRoom;

    public bool IsThere => _folder.Length > 0 && Directory.Exists(_folder);

    /// <summary>Brings a letter there whole, under a name that says nothing; nobody fetches it yet.</summary>
    /// <returns>The name; none where the folder takes nothing: full, gone, or not ours to write.</returns>
    public async Task<string?> BringAsync(byte[] pdf)
    {
        var name = Guid.NewGuid().ToString("N");
        try
        {
            await File.WriteAllBytesAsync(PathOf(name, Brought), pdf, CancellationToken.None);
            return name;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Drop(name);   // an address lies in nobody's way
            return null;
        }
    }

    /// <summary>It may be fetched from now on. False where it is not there to be laid, fetched perhaps, or the folder does not take it (<see cref="Keeps"/>).</summary>
    public bool Lay(string name)
    {
        try
        {
            File.Move(PathOf(name, Brought), PathOf(name, Laid));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether it was brought and still waits to be laid; so also of a folder that is away, where nobody can tell.</summary>
    public bool Keeps(string name) => !IsThere || File.Exists(PathOf(name, Brought));

    /// <summary>What was brought long ago and neither laid nor dropped: whether it is to be sent, the cases know.</summary>
    public IReadOnlyList<string> Forgotten()
    {
        try
        {
            var before = (clock.GetUtcNow() - LongestWay).UtcDateTime;
            return [.. new DirectoryInfo(_folder).GetFiles("*" + Brought).Where(file => file.LastWriteTimeUtc < before).Select(file => Path.GetFileNameWithoutExtension(file.Name))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];   // bringing a letter there will say so
        }
    }

    /// <summary>It is not to be sent.</summary>
    public void Drop(string name)
    {
        try
        {
            File.Delete(PathOf(name, Brought));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The folder is away; so is the file.
        }
    }

    private string PathOf(string name, string end) => Path.Combine(_folder, name + end);
}
