using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Membership.App.Database;

/// <summary>Sealed stays sealed: the database layer has no key.</summary>
internal sealed class SealedTextConverter() : ValueConverter<SealedText, string>(value => value.Text, text => new SealedText(text));
