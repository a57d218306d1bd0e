using Membership.App.MemberImports;

namespace Membership.App.Keys;

/// <summary>All that is sealed in a data folder, brought to the ring's current key; safe to be cut off anywhere and begun again.</summary>
public sealed class SealedData
{
    private readonly KeyRing _keys;
    private readonly SealedRegister _register;
    private readonly SealedImports _imports;

    internal SealedData(KeyRing keys, SealedRegister register, SealedImports imports) => (_keys, _register, _imports) = (keys, register, imports);

    /// <summary>
    /// Before anything reads the folder: seals what an earlier release wrote plain, or sealed without saying whose it is, finishes a rotation that was cut off, and makes
    /// sure that the keys are those of the database. Throws <see cref="KeyRingException"/>.
    /// </summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_keys.HasRetired)
        {
            using var alone = _keys.TryHaveAlone() ?? throw new KeyRingException(KeyRingProblem.RotationUnfinished);
            await SealAllAsync(cancellationToken);
        }
        else if (await _register.IsUnboundAsync(cancellationToken))
        {
            // With a new key: what an earlier release sealed, in a copy of the file from before, never opens again.
            using var alone = _keys.TryHaveAlone() ?? throw new KeyRingException(KeyRingProblem.RotationUnfinished);
            await RotateAsync(cancellationToken);
        }
        else if (!await _register.IsCleanAsync(cancellationToken))
        {
            await SealAllAsync(cancellationToken);
        }

        await _register.EnsureOpensAsync(cancellationToken);
    }

    /// <summary>Seals everything with a new key and forgets the old one. The caller has the keys alone.</summary>
    internal Task<KeyRotation> RotateAsync(CancellationToken cancellationToken)
    {
        _keys.AddKey();
        return SealAllAsync(cancellationToken);
    }

    private async Task<KeyRotation> SealAllAsync(CancellationToken cancellationToken)
    {
        var rows = await _register.SealAsync(cancellationToken);
        var imports = await _imports.SealAsync(cancellationToken);
        await _register.CleanAsync(cancellationToken);
        _keys.ForgetRetired();
        return new KeyRotation(rows[SealedTable.People.Name], rows[SealedTable.Changes.Name], rows[SealedTable.Users.Name], imports);
    }
}

/// <summary>What was sealed anew.</summary>
/// <param name="Changes">Remembered changes of sealed fields.</param>
/// <param name="Users">Second factors.</param>
public sealed record KeyRotation(int People, int Changes, int Users, int Imports);
