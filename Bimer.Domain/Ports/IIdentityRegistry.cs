using Bimer.Domain.Applicants;

namespace Bimer.Domain.Ports;

/// <summary>
/// The register of persons (MERNİS, asked through KPS). Every question costs and is traced: ask through whoever writes the trace,
/// never directly, and never twice for one need.
/// </summary>
public interface IIdentityRegistry
{
    /// <summary>Asks for one person by citizen number. Anything but an answer in time is a <see cref="RegistryAnswer.Failed"/>, not an exception.</summary>
    Task<RegistryAnswer> AskAsync(RegistryQuestion question, CancellationToken ct);
}

/// <summary>One question on the wire.</summary>
/// <param name="Trace">The committed trace row this question belongs to; it travels with the question.</param>
/// <param name="NationalId">Whom it is about; in the body alone, never in an address or a log.</param>
public sealed record RegistryQuestion(Guid Trace, NationalId NationalId);

/// <summary>What the register said.</summary>
public abstract record RegistryAnswer
{
    private RegistryAnswer()
    {
    }

    /// <summary>The person of this number.</summary>
    public sealed record Found(RegisteredPerson Person) : RegistryAnswer;

    /// <summary>No person has this number (KPS 2: kayıt yok).</summary>
    public sealed record NobodyThere : RegistryAnswer;

    /// <summary>There is no answer; nothing is known about the person.</summary>
    public sealed record Failed(RegistryFault Fault) : RegistryAnswer;
}

/// <summary>Why the register did not answer.</summary>
public enum RegistryFault
{
    /// <summary>It answered with an error, or could not be reached.</summary>
    Unavailable,

    /// <summary>No answer came in its time; the question may have been counted.</summary>
    TimedOut,
}

/// <summary>A person as the register holds them.</summary>
public sealed record RegisteredPerson(PersonName Name)
{
    /// <summary>The registered address on one line (yerleşim yeri adresi); none for people without one.</summary>
    public string? Address { get; init; }

    /// <summary>The mother's citizen number; none where the register does not know her.</summary>
    public NationalId? Mother { get; init; }

    /// <summary>
    /// The surname before marriage (önceki soyadı). An extension: no published register shape holds it, and where a real one lacks it
    /// another proof is asked instead.
    /// </summary>
    public string? FormerSurname { get; init; }

    public bool IsAlive { get; init; } = true;

    /// <summary>Tells nothing: this may end in a log.</summary>
    public override string ToString() => nameof(RegisteredPerson);
}
