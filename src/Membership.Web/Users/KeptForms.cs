using System.Text.Json;
using Membership.App.Keys;
using Microsoft.Extensions.Primitives;

namespace Membership.Web.Users;

/// <summary>
/// What was sent in forms after the session had ended, for their senders to come back to. Sealed and in memory only; each is given out
/// once, to its user, at its place.
/// </summary>
internal sealed class KeptForms(FieldCipher cipher, TimeProvider clock)
{
    /// <summary>Of a form as it is sent.</summary>
    public const int MostBytes = 128 * 1024;

    /// <summary>Of all users; the oldest make room.</summary>
    private const int MostForms = 100;
    private const int MostOfUser = 5;

    private readonly Lock _lock = new();
    private readonly List<Kept> _forms = [];

    public static TimeSpan Lasts { get; } = TimeSpan.FromMinutes(30);

    /// <param name="path">Of the page that shows the form.</param>
    public void Keep(long userId, string path, IFormCollection form, string tokenField)
    {
        var fields = form.Where(field => field.Key != tokenField).ToDictionary(field => field.Key, field => field.Value.ToArray());
        var kept = new Kept(userId, path, clock.GetUtcNow().UtcDateTime + Lasts, cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(fields), new SealedPlace(SealedKind.KeptForm, userId)));
        lock (_lock)
        {
            _forms.RemoveAll(one => one.Until <= clock.GetUtcNow().UtcDateTime || (one.UserId == userId && one.Path == path));
            _forms.Add(kept);
            if (_forms.Count(one => one.UserId == userId) > MostOfUser)
                _forms.Remove(_forms.First(one => one.UserId == userId));
            if (_forms.Count > MostForms)
                _forms.RemoveAt(0);
        }
    }

    /// <summary>Null when the user has none there, or it has been kept too long.</summary>
    public IFormCollection? Take(long userId, string path)
    {
        Kept? found;
        lock (_lock)
        {
            _forms.RemoveAll(one => one.Until <= clock.GetUtcNow().UtcDateTime);
            found = _forms.Find(one => one.UserId == userId && one.Path == path);
            if (found is null)
                return null;

            _forms.Remove(found);
        }

        var fields = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(cipher.Open(found.Sealed, new SealedPlace(SealedKind.KeptForm, found.UserId)))!;
        return new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
    }

    private sealed record Kept(long UserId, string Path, DateTime Until, byte[] Sealed);
}
