using Bimer.Blazor.Persistence.Files.Drawing;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>Where letters are laid that nobody here may address (zarflama hizmeti): a folder of the institution's printing service.</summary>
public sealed class PostRoom(IOptions<PrintingOptions> options)
{
    private readonly string _folder = options.Value.PostRoom;

    public bool IsThere => _folder.Length > 0 && Directory.Exists(_folder);

    /// <summary>Lays a letter there, whole or not at all, under a name that says nothing.</summary>
    /// <returns>False where the folder takes nothing: full, gone, or not ours to write.</returns>
    public async Task<bool> LayAsync(byte[] pdf)
    {
        var name = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        try
        {
            await File.WriteAllBytesAsync(name + ".part", pdf, CancellationToken.None);
            File.Move(name + ".part", name + ".pdf");
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TryRemove(name + ".part");   // an address lies in nobody's way
            return false;
        }
    }

    private static void TryRemove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The folder is away; so is the file.
        }
    }
}
