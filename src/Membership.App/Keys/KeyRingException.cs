namespace Membership.App.Keys;

/// <summary>What is wrong with the keys of a data folder. No program can put it right: it must not start, nor make new keys.</summary>
public enum KeyRingProblem
{
    /// <summary>The file is not there, although the database holds what only its keys open.</summary>
    Missing = 1,

    /// <summary>The file is there and holds no key ring.</summary>
    Unreadable = 2,

    /// <summary>Its keys do not open what the database holds.</summary>
    OfAnotherDatabase = 3,

    /// <summary>Another program is changing the keys.</summary>
    BeingRotated = 4,

    /// <summary>A change of keys was cut off and cannot be finished while another program uses the folder.</summary>
    RotationUnfinished = 5,
}

public sealed class KeyRingException(KeyRingProblem problem) : Exception($"Key ring: {problem}")
{
    public KeyRingProblem Problem { get; } = problem;
}
