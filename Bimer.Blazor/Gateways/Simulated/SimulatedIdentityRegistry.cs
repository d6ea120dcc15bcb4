using Bimer.Domain.Applicants;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Simulated;

/// <summary>How the simulated register behaves (<c>Bimer:Simulate:RegistryMood</c>); tests also change it while it runs.</summary>
public enum RegistryMood
{
    Answering = 0,

    /// <summary>Every question ends with an error.</summary>
    Down = 1,

    /// <summary>No question is answered in its time.</summary>
    Silent = 2,
}

/// <summary>A register of made-up people. Development and demonstrations only.</summary>
/// <param name="people">Who has a number, or null when nobody has it.</param>
/// <param name="mood">How it begins.</param>
public sealed class SimulatedIdentityRegistry(Func<NationalId, RegisteredPerson?> people, RegistryMood mood) : IIdentityRegistry
{
    private int _questions;

    public RegistryMood Mood { get; set; } = mood;

    /// <summary>How many questions came over the wire; must equal the number of traces.</summary>
    public int Questions => Volatile.Read(ref _questions);

    public Task<RegistryAnswer> AskAsync(RegistryQuestion question, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _questions);
        return Task.FromResult(Mood switch
        {
            RegistryMood.Down => new RegistryAnswer.Failed(RegistryFault.Unavailable),
            RegistryMood.Silent => new RegistryAnswer.Failed(RegistryFault.TimedOut),
            _ => Answer(question.NationalId),
        });
    }

    private RegistryAnswer Answer(NationalId number) => people(number) is { } person ? new RegistryAnswer.Found(person) : new RegistryAnswer.NobodyThere();
}
