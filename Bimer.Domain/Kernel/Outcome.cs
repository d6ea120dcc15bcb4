namespace Bimer.Domain.Kernel;

/// <summary>What a verb answers: accepted, or an expected "no" with its facts. A bug is an exception instead.</summary>
public readonly record struct Outcome(Refusal? Refusal)
{
    public static Outcome Accepted => default;

    public bool IsAccepted => Refusal is null;

    public static implicit operator Outcome(Refusal refusal) => new(refusal);

    /// <summary>The refusal as an answer, for languages without conversions.</summary>
    public static Outcome FromRefusal(Refusal refusal) => new(refusal);
}

/// <summary>An outcome that hands something over when accepted.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    public bool IsAccepted => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
#pragma warning disable CA1000 // the named twins of the conversions
    /// <summary>Accepted, with what is handed over.</summary>
    public static Outcome<T> FromT(T value) => new(value, null);
    /// <summary>The refusal as an answer; nothing is handed over.</summary>
    public static Outcome<T> FromRefusal(Refusal refusal) => new(default, refusal);
#pragma warning restore CA1000
}
