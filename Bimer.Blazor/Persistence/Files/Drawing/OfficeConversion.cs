using Bimer.Domain.Cases;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// Makes a PDF of an office file or a scan by LibreOffice, which is then drawn like any other. It works on files only: while it does, the
/// original lies opened in a room that holds nothing else and that it cannot look out of.
/// </summary>
internal sealed class OfficeConversion(DataFolder folder, DrawingOptions limits, TimeProvider clock, ILogger log)
{
    private const string Name = "belge";

    /// <summary>
    /// What is made comes by the output: lying in the room it could be a link to any file of ours or to one without end. Whatever the program
    /// itself says goes the other way.
    /// </summary>
    private const string Answer = $"\"$@\" >&2 && exec cat {Name}.pdf";

    private readonly string _rooms = Path.Combine(folder.Root, "drawing");

    /// <returns>None when it could not be made.</returns>
    public async Task<byte[]?> ToPdfAsync(AttachmentType type, Stream original, CancellationToken ct)
    {
        RoomApart.RemoveForgotten(_rooms, clock, log);
        using var room = RoomApart.Make(Path.Combine(_rooms, Guid.NewGuid().ToString("N")), limits.OfficeFolder, log);
        var source = $"{Name}.{type.Extension()}";
        await using (var file = new FileStream(room[source], FileMode.CreateNew)) await original.CopyToAsync(file, ct);
        string[] words =
        [
            "-c", Answer, "sh", limits.Office,
            "--headless", "--nologo", "--norestore", $"-env:UserInstallation=file://{RoomApart.Inside}/profile",
            "--convert-to", "pdf", "--outdir", RoomApart.Inside, $"{RoomApart.Inside}/{source}",
        ];
        return await new LimitedProcess(limits).RunAsync("sh", words, Stream.Null, ct, room);
    }
}
