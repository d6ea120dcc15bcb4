using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>
/// What one person is recording at one desk (mektup, faks, e-posta, Alo 150, şahsen) and has not saved as a case yet. It names an
/// applicant, so it is sealed like one. Its id is the identity of the one case it may become: sent twice it gives the same number.
/// </summary>
public sealed class DeskIntake
{
    public Guid Id { get; init; }

    public UserId Person { get; init; }

    public IntakeChannel Channel { get; init; }

    /// <summary>The form, sealed to <see cref="Id"/>.</summary>
    public byte[] SealedForm { get; set; } = [];

    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Raised by every save: of two windows the second is told, not overwritten.</summary>
    public int Version { get; set; }
}
