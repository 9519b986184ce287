# One configuration for all packages; what differs by kind is in cpack_kind.cmake, which cpack reads once a generator.

set(CPACK_PACKAGE_NAME weightbridge)
set(CPACK_PACKAGE_VENDOR "The Weightbridge developers")
set(CPACK_PACKAGE_CONTACT ${WB_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_SOURCE_DIR}/build/package CACHE PATH "Where packages are put")
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_SOURCE_DIR}/cpack_kind.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/cpack_times.cmake)
set(CPACK_COMPONENTS_ALL app doc)
if(WB_BUILD_TORCH)
    list(APPEND CPACK_COMPONENTS_ALL torch)
endif()
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_GENERATOR DEB RPM TGZ STGZ External)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_THREADS 0)
# cpack hands only CPACK_… to its scripts.
set(CPACK_WB_BINARY_DIR ${CMAKE_BINARY_DIR})
set(CPACK_WB_PACKAGING_DIR ${CMAKE_CURRENT_SOURCE_DIR})

set(CPACK_COMPONENT_APP_DESCRIPTION
"Window and command line that read VISSL, SEER, ClassyVision, timm and
torchvision files of any size in constant memory, show where every key goes,
prove the result, publish it on the Hub, and execute nothing from the file.")
set(CPACK_COMPONENT_TORCH_DESCRIPTION
"Helper of weightbridge with LibTorch: traces the networks of both sides to
pair their keys, and compares what both compute, layer by layer.")
set(CPACK_COMPONENT_DOC_DESCRIPTION "Manual, changes and pictures of weightbridge, in /usr/share/doc/weightbridge.")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 0wb1)  # 0: not of Debian
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_APP_PACKAGE_NAME weightbridge)
# dpkg-shlibdeps sees neither Qt's plugins (for the platform; for SVG, without which no icon shows) nor the certificates.
set(CPACK_DEBIAN_APP_PACKAGE_DEPENDS "qt6-qpa-plugins, libqt6svg6, ca-certificates")
set(CPACK_DEBIAN_APP_PACKAGE_RECOMMENDS "fonts-droid-fallback | fonts-noto-cjk, qt6-translations-l10n")
set(CPACK_DEBIAN_APP_PACKAGE_SUGGESTS "weightbridge-torch, weightbridge-doc, gnome-keyring")
set(CPACK_DEBIAN_TORCH_PACKAGE_NAME weightbridge-torch)
set(CPACK_DEBIAN_TORCH_PACKAGE_DEPENDS "weightbridge (= ${PROJECT_VERSION}-0wb1), libopenblas0-pthread")
set(CPACK_DEBIAN_DOC_PACKAGE_NAME weightbridge-doc)
set(CPACK_DEBIAN_DOC_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DOC_PACKAGE_SECTION doc)
set(CPACK_DEBIAN_DOC_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DOC_PACKAGE_RECOMMENDS weightbridge)

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE GPL-3.0-or-later)
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_DESCRIPTION ${CPACK_COMPONENT_APP_DESCRIPTION})
set(CPACK_RPM_SPEC_MORE_DEFINE "%define _buildhost weightbridge\n%define use_source_date_epoch_as_buildtime 1\n%define clamp_mtime_to_source_date_epoch 1\n%define _build_id_links none")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/bash-completion /usr/share/bash-completion/completions /usr/share/zsh
    /usr/share/zsh/vendor-completions /usr/share/fish /usr/share/fish/vendor_completions.d /usr/share/metainfo /usr/share/mime /usr/share/mime/packages
    /usr/share/applications /usr/share/man /usr/share/man/man1 /usr/share/icons /usr/share/icons/hicolor)
set(CPACK_RPM_PACKAGE_AUTOREQ ON)

include(CPack)
