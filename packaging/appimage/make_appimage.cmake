# Run by cpack (generator External) with the bundle staged: makes the AppImage, the runtime and a squashfs image of the bundle behind it.
set(work ${CPACK_TOPLEVEL_DIRECTORY}/appimage)
set(root ${CPACK_TEMPORARY_DIRECTORY})
set(output ${CPACK_PACKAGE_DIRECTORY}/Weightbridge-${CPACK_PACKAGE_VERSION}-x86_64.AppImage)
set(runtime ${CPACK_WB_BINARY_DIR}/packaging/appimage/appimage_runtime)
file(MAKE_DIRECTORY ${work})

# What is looked for at the top of an AppImage.
file(CREATE_LINK bin/weightbridge ${root}/AppRun SYMBOLIC)
file(COPY_FILE ${root}/share/applications/weightbridge.desktop ${root}/weightbridge.desktop)
file(COPY_FILE ${root}/share/icons/hicolor/scalable/apps/weightbridge.svg ${root}/weightbridge.svg)
file(CREATE_LINK weightbridge.svg ${root}/.DirIcon SYMBOLIC)
file(COPY ${CPACK_WB_PACKAGING_DIR}/appimage/copyright DESTINATION ${root}/share/doc/weightbridge/licences)
file(RENAME ${root}/share/doc/weightbridge/licences/copyright ${root}/share/doc/weightbridge/licences/appimage-runtime)

set(time 0)
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    set(time $ENV{SOURCE_DATE_EPOCH})
endif()
file(REMOVE ${work}/image ${output})
execute_process(COMMAND env -u SOURCE_DATE_EPOCH mksquashfs ${root} ${work}/image -all-root -all-time ${time} -mkfs-time ${time} -no-xattrs -no-exports -noappend
    -comp zstd -Xcompression-level 19 -quiet -no-progress COMMAND_ERROR_IS_FATAL ANY)
file(SHA256 ${work}/image key)
file(WRITE ${work}/key "${key}")
execute_process(COMMAND objcopy --strip-all --update-section .image_key=${work}/key ${runtime} ${work}/runtime COMMAND_ERROR_IS_FATAL ANY)
# Bytes 8 to 10 of an ELF header mark an AppImage and its type.
execute_process(COMMAND printf "AI\\002" COMMAND dd of=${work}/runtime bs=1 seek=8 conv=notrunc status=none COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND cat ${work}/runtime ${work}/image OUTPUT_FILE ${output} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND chmod 755 ${output} COMMAND_ERROR_IS_FATAL ANY)
set(CPACK_EXTERNAL_BUILT_PACKAGES ${output})
