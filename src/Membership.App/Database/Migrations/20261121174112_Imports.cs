using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.App.Database.Migrations
{
    public partial class Imports : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ImportId",
                table: "OrganizationUnits",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Choices",
                table: "MemberImports",
                type: "TEXT",
                nullable: false,
                defaultValue: "{\"Tables\":[],\"Values\":{},\"Repairs\":{}}");

            migrationBuilder.AddColumn<long>(
                name: "ContinuesId",
                table: "MemberImports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "EmptyCellRows",
                table: "MemberImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "MissingMembers",
                table: "MemberImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "PreparedFrom",
                table: "MemberImports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShapeKey",
                table: "MemberImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UndoneAt",
                table: "MemberImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoneBecause",
                table: "MemberImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoneBy",
                table: "MemberImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UndoneAs",
                table: "ImportedRows",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ImportImages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Table = table.Column<int>(type: "INTEGER", nullable: false),
                    RowId = table.Column<long>(type: "INTEGER", nullable: false),
                    Before = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AfterHash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportImages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RememberedLists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<long>(type: "INTEGER", nullable: false),
                    LocalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ShapeKey = table.Column<string>(type: "TEXT", nullable: false),
                    Choices = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedLists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RememberedLists_Localities_LocalityId",
                        column: x => x.LocalityId,
                        principalTable: "Localities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RememberedLists_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportImages_ImportId_PersonId",
                table: "ImportImages",
                columns: new[] { "ImportId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_RememberedLists_LocalityId",
                table: "RememberedLists",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_RememberedLists_OrganizationId_LocalityId_ShapeKey",
                table: "RememberedLists",
                columns: new[] { "OrganizationId", "LocalityId", "ShapeKey" },
                unique: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportImages");

            migrationBuilder.DropTable(
                name: "RememberedLists");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "OrganizationUnits");

            migrationBuilder.DropColumn(
                name: "Choices",
                table: "MemberImports");

            migrationBuilder.DropColumn(
                name: "ContinuesId",
                table: "MemberImports");

            migrationBuilder.DropColumn(
                name: "EmptyCellRows",
                table: "MemberImports");

            migrationBuilder.DropColumn(
                name: "MissingMembers",
                table: "MemberImports");

            migrationBuilder.DropColumn(
                name: "PreparedFrom",
                table: "MemberImports");

            migrationBuilder.DropColumn(
                name: "ShapeKey",
                table: "MemberImports");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "MemberImports");

            migrationBuilder.DropColumn(
                name: "UndoneBecause",
                table: "MemberImports");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "MemberImports");

            migrationBuilder.DropColumn(
                name: "UndoneAs",
                table: "ImportedRows");
        }
    }
}
