using Bimer.Blazor.Persistence.Files.Drawing;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>Where letters are laid that nobody here may address (zarflama hizmeti): a folder of the institution's printing service.</summary>
public sealed class PostRoom(IOptions<PrintingOptions> options)
{
    private readonly string _folder = options.Value.PostRoom;

    public bool IsThere => _folder.Length > 0 && Directory.Exists(_folder);

    /// <summary>Lays a letter there, whole or not at all, under a name that says nothing.</summary>
    public async Task LayAsync(byte[] pdf, CancellationToken ct)
    {
        var name = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(name + ".part", pdf, ct);
        File.Move(name + ".part", name + ".pdf");
    }
}
