namespace Membership.Domain;

/// <summary>
/// Why a request was not carried out, where a user can cause it and mend it. One record per reason, carrying only values
/// that its Vietnamese sentence needs. A bug is an exception, never a refusal.
/// </summary>
public abstract record Refusal;

/// <summary>Either the value asked for or the reason why there is none.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>The reason, or null when the request was carried out.</summary>
    public Refusal? Refusal { get; }

    public bool IsRefused => Refusal is not null;

    /// <summary>The value. Throws <see cref="InvalidOperationException"/> when refused: ask <see cref="IsRefused"/> first.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.GetType().Name}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
