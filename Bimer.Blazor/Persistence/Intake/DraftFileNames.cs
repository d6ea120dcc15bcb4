using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>What applicants call the files of a draft. People call files after themselves, so the database holds only the seal.</summary>
public sealed class DraftFileNames(Sealer sealer)
{
    public byte[] Seal(AttachmentId file, string name) => sealer.SealText(SealPurpose.DraftFileName, name, file.Value.ToByteArray());

    /// <summary>The name; of a file stored before names were sealed, the one that stands beside it.</summary>
    public string Of(DraftFile file) =>
        file.SealedName is { } name ? sealer.OpenText(SealPurpose.DraftFileName, name, file.Id.Value.ToByteArray()) : file.Name;
}
